import type { AdministrationId, PersonId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import type { Locale } from '~/kernel/locale';
import { refused, type Result } from '~/kernel/result';
import { withTransaction } from '~/platform/db.server';
import { mayDo } from '../core/role-rules';
import type { SignedInActor } from '../core/signed-in';
import { mailLink } from './mail-link.server';
import { registerPerson, type RegistrationRefusal } from './register-person.server';

interface InviteCoordinator {
  readonly administrationId: AdministrationId;
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
  readonly timeZone: string;
}

export type InviteCoordinatorRefusal = RegistrationRefusal | 'not-your-task';

export const inviteCoordinatorStatus = {
  'email-taken': 409,
  'service-number-taken': 409,
  'own-role': 403,
  'role-not-yours-to-give': 403,
  'role-needs-administration': 409,
  'not-your-task': 403,
} satisfies Record<InviteCoordinatorRefusal, number>;

/** The operator adds a coordinator to an administration, for instance when its only one has left. */
export async function inviteCoordinator(
  { administrationId, ...coordinator }: InviteCoordinator,
  { actor, now }: { readonly actor: SignedInActor; readonly now: Instant },
): Promise<Result<PersonId, InviteCoordinatorRefusal>> {
  if (!mayDo(actor.role, 'manage-administrations')) return refused('not-your-task');
  return withTransaction('invite-coordinator', async (tx) => {
    const registration = { ...coordinator, administrationId, postId: null, serviceNumber: null, passwordHash: null, roles: ['coordinator'] as const };
    const registered = await registerPerson(tx, { registration, giver: actor, now });
    if (registered.ok) await mailLink(tx, { personId: registered.value, occasion: 'invitation', to: coordinator, now });
    return registered;
  });
}
