import type { AdministrationId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import type { Locale, Localized } from '~/kernel/locale';
import { done, refused, type Result } from '~/kernel/result';
import { withTransaction } from '~/platform/db.server';
import { newId } from '~/platform/random.server';
import { mayDo } from '../core/role-rules';
import type { SignedInActor } from '../core/signed-in';
import { createAdministration } from '../store/administrations.server';
import { claimEmail } from '../store/people.server';
import { createPost } from '../store/posts.server';
import { mailLink } from './mail-link.server';
import { registerPerson } from './register-person.server';

export interface AdministrationToAdd {
  readonly code: string;
  readonly name: Localized;
  readonly headquarters: Localized;
  readonly coordinator: { readonly email: string; readonly name: string; readonly locale: Locale };
  readonly timeZone: string;
}

export type AddAdministrationRefusal = 'not-your-task' | 'administration-code-taken' | 'email-taken';

export const addAdministrationStatus = {
  'not-your-task': 403,
  'administration-code-taken': 409,
  'email-taken': 409,
} satisfies Record<AddAdministrationRefusal, number>;

/** A new administration with its headquarters and first coordinator, who gets a link by mail and adds everybody else. */
export function addAdministration(
  given: AdministrationToAdd,
  { actor, now }: { readonly actor: SignedInActor; readonly now: Instant },
): Promise<Result<AdministrationId, AddAdministrationRefusal>> {
  return withTransaction('add-administration', async (tx) => {
    if (!mayDo(actor.role, 'manage-administrations')) return refused('not-your-task');
    const { code, name, coordinator, headquarters, timeZone } = given;
    if (!(await claimEmail(tx, coordinator.email))) return refused('email-taken');
    const id = newId('administration');
    if (!(await createAdministration(tx, { id, code, name, createdAt: now }))) return refused('administration-code-taken');
    const postId = newId('post');
    await createPost(tx, { id: postId, administrationId: id, parentId: null, code: 'hq', name: headquarters });
    const registration = { ...coordinator, administrationId: id, postId, serviceNumber: null, timeZone, passwordHash: null, roles: ['coordinator'] as const };
    const registered = await registerPerson(tx, { registration, giver: actor, now });
    if (!registered.ok) throw new Error(`The first coordinator was refused: ${registered.refusal}`);
    await mailLink(tx, { personId: registered.value, occasion: 'invitation', to: coordinator, now });
    return done(id);
  });
}
