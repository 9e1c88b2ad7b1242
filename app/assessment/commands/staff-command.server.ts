import type { PersonActor } from '~/kernel/actor';
import type { AttemptId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';

/** A member of staff who acts on somebody else's attempt: in the role of coordinator, with a reason that goes into the record. */
export interface StaffCircumstances {
  readonly actor: PersonActor & { readonly role: 'coordinator' };
  readonly now: Instant;
}

export interface StaffCommand {
  readonly attemptId: AttemptId;
  readonly reason: string;
}

/** What every staff event says of who, when and why. */
export function staffFacts({ reason }: StaffCommand, { actor, now }: StaffCircumstances) {
  return { at: now.toISOString(), actorId: actor.id, actorRole: actor.role, reason };
}

/** Staff reach the attempts of their own administration; another one's are as if they were not there. */
export function staffOwner({ attemptId }: StaffCommand, { actor }: StaffCircumstances) {
  return { attemptId, administrationId: actor.administrationId };
}
