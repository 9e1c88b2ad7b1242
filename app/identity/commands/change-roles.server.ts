import type { Role } from '~/kernel/actor';
import type { Instant } from '~/kernel/instant';
import { done, refused, type Result } from '~/kernel/result';
import { appendToLedger } from '~/ledger/commands/append-to-ledger.server';
import type { Tx } from '~/platform/db.server';
import { checkRoleChange, type RoleGiver, type RoleRefusal } from '../core/role-rules';
import { useUpLinksOf } from '../store/one-time-links.server';
import { createRoleGrant, endRoleGrant, type PersonWithRoles, type RoleGrantId } from '../store/role-grants.server';
import { endSessionsOf } from '../store/sessions.server';

/** Who changes whose role, inside a command that holds the person still. */
export interface RoleChangeInHand {
  readonly person: PersonWithRoles;
  readonly role: Role;
  readonly giver: RoleGiver;
  readonly now: Instant;
}

/** Gives the role, records it in the ledger and ends the person's sessions, so that the next page is asked with the new roles. */
export async function giveRole(tx: Tx, change: RoleChangeInHand): Promise<Result<RoleGrantId, RoleRefusal | 'role-already-held'>> {
  const { person, role, giver, now } = change;
  const allowed = checkRoleChange({ giver, person, role });
  if (!allowed.ok) return allowed;
  if (person.roles.includes(role)) return refused('role-already-held');
  const roleGrantId = await createRoleGrant(tx, { personId: person.id, role, by: giver.id, now });
  await record(tx, { type: 'role-granted', roleGrantId, change });
  await endSessionsOf(tx, person.id);
  return done(roleGrantId);
}

/** Takes the role, records it, and signs the person out everywhere. With the last role go the links to set a password. */
export async function takeRole(tx: Tx, change: RoleChangeInHand): Promise<Result<RoleGrantId, RoleRefusal | 'role-not-held'>> {
  const { person, role, giver, now } = change;
  const allowed = checkRoleChange({ giver, person, role });
  if (!allowed.ok) return allowed;
  const roleGrantId = await endRoleGrant(tx, { personId: person.id, role, by: giver.id, now });
  if (!roleGrantId) return refused('role-not-held');
  await record(tx, { type: 'role-ended', roleGrantId, change });
  await endSessionsOf(tx, person.id);
  if (person.roles.length === 1) await useUpLinksOf(tx, { personId: person.id, now });
  return done(roleGrantId);
}

interface Recorded {
  readonly type: 'role-granted' | 'role-ended';
  readonly roleGrantId: RoleGrantId;
  readonly change: RoleChangeInHand;
}

async function record(tx: Tx, { type, roleGrantId, change: { person, role, giver, now } }: Recorded): Promise<void> {
  await appendToLedger(tx, {
    type,
    record: { roleGrantId, personId: person.id, role, administrationId: person.administrationId, at: now.toISOString() },
    actor: { id: giver.id, role: giver.role },
    subjectId: person.id,
    recordedAt: now,
  });
}
