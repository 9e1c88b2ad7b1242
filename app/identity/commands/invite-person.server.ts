import type { PersonActor, Role } from '~/kernel/actor';
import type { PersonId, PostId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import type { Locale } from '~/kernel/locale';
import { refused, type Result } from '~/kernel/result';
import { withTransaction } from '~/platform/db.server';
import { mayDo } from '../core/role-rules';
import { findPost } from '../store/posts.server';
import { mailLink } from './mail-link.server';
import { registerPerson, type RegistrationRefusal } from './register-person.server';

export interface Invitation {
  readonly email: string;
  readonly name: string;
  readonly serviceNumber: string | null;
  readonly role: Role;
  readonly postId: PostId | null;
  /** Of the mail and of the person's first pages, until they choose. */
  readonly locale: Locale;
  readonly timeZone: string;
}

export type InvitePersonRefusal = RegistrationRefusal | 'post-not-found' | 'not-your-task';

export const invitePersonStatus = {
  'email-taken': 409,
  'service-number-taken': 409,
  'own-role': 403,
  'role-not-yours-to-give': 403,
  'role-needs-administration': 409,
  'post-not-found': 404,
  'not-your-task': 403,
} satisfies Record<InvitePersonRefusal, number>;

/** Adds a person to the coordinator's own administration, with one role, and mails the link to set a password. */
export async function invitePerson(
  invitation: Invitation,
  { actor, now }: { readonly actor: PersonActor; readonly now: Instant },
): Promise<Result<PersonId, InvitePersonRefusal>> {
  if (!mayDo(actor.role, 'manage-people')) return refused('not-your-task');
  const { administrationId } = actor;
  const { role, postId, ...person } = invitation;
  return withTransaction('invite-person', async (tx) => {
    if (postId && !(await findPost(tx, { administrationId, postId }))) return refused('post-not-found');
    const registration = { ...person, administrationId, postId, passwordHash: null, roles: [role] };
    const registered = await registerPerson(tx, { registration, giver: actor, now });
    if (registered.ok) await mailLink(tx, { personId: registered.value, occasion: 'invitation', to: invitation, now });
    return registered;
  });
}
