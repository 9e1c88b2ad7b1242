import type { PersonId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import type { Locale } from '~/kernel/locale';
import { refused, type Result } from '~/kernel/result';
import { db } from '~/platform/db.server';
import type { AdministrationSummary, SignedInActor } from '../core/signed-in';
import { findPersonOf } from '../store/people.server';
import { type ChangeRoleRefusal, changeRoleStatus, endRole } from './change-person-role.server';
import { inviteCoordinator, type InviteCoordinatorRefusal, inviteCoordinatorStatus } from './invite-coordinator.server';
import { sendLink, type SendLinkRefusal, sendLinkStatus } from './send-link.server';

export type CoordinatorChange = {
  readonly administration: AdministrationSummary;
  readonly locale: Locale;
  readonly timeZone: string;
} & (
  | { readonly intent: 'invite'; readonly name: string; readonly email: string }
  | { readonly intent: 'link' | 'end'; readonly person: PersonId }
);

export type ChangeCoordinatorRefusal = ChangeRoleRefusal | InviteCoordinatorRefusal | SendLinkRefusal;

export const changeCoordinatorStatus = {
  ...changeRoleStatus,
  ...inviteCoordinatorStatus,
  ...sendLinkStatus,
} satisfies Record<ChangeCoordinatorRefusal, number>;

interface By {
  readonly actor: SignedInActor;
  readonly now: Instant;
}

/** The three things that an operator does with the coordinators of one administration; each is a command of its own. */
export async function changeCoordinator(change: CoordinatorChange, by: By): Promise<Result<unknown, ChangeCoordinatorRefusal>> {
  const { administration, locale, timeZone } = change;
  if (change.intent === 'invite') {
    return inviteCoordinator({ administrationId: administration.id, email: change.email, name: change.name, locale, timeZone }, by);
  }
  const person = await findPersonOf(db, { administrationId: administration.id, personId: change.person });
  if (!person?.roles.includes('coordinator')) return refused('person-not-found');
  if (change.intent === 'link') return sendLink({ personId: person.id, locale }, by);
  return endRole({ personId: person.id, role: 'coordinator' }, by);
}
