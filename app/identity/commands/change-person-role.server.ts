import type { Role } from '~/kernel/actor';
import type { PersonId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import { refused, type Result } from '~/kernel/result';
import { type Tx, withTransaction } from '~/platform/db.server';
import type { RoleRefusal } from '../core/role-rules';
import type { SignedInActor } from '../core/signed-in';
import { lockPersonWithRoles, type PersonWithRoles, type RoleGrantId } from '../store/role-grants.server';
import { giveRole, takeRole } from './change-roles.server';

export type ChangeRoleRefusal = RoleRefusal | 'person-not-found' | 'role-already-held' | 'role-not-held';

export const changeRoleStatus = {
  'own-role': 403,
  'role-not-yours-to-give': 403,
  'role-needs-administration': 409,
  'person-not-found': 404,
  'role-already-held': 409,
  'role-not-held': 409,
} satisfies Record<ChangeRoleRefusal, number>;

interface WhoseRole {
  readonly personId: PersonId;
  readonly role: Role;
}

interface By {
  readonly actor: SignedInActor;
  readonly now: Instant;
}

/** Gives a person a role. The person's sessions end: the next page is asked with the new roles. */
export function grantRole({ personId, role }: WhoseRole, { actor, now }: By): Promise<Result<RoleGrantId, ChangeRoleRefusal>> {
  return withTransaction('grant-role', async (tx) => {
    const person = await lockWithinReach(tx, { personId, actor });
    return person ? giveRole(tx, { person, role, giver: actor, now }) : refused('person-not-found');
  });
}

/** Ends a role of a person. Who has lost the last one cannot sign in any more. */
export function endRole({ personId, role }: WhoseRole, { actor, now }: By): Promise<Result<RoleGrantId, ChangeRoleRefusal>> {
  return withTransaction('end-role', async (tx) => {
    const person = await lockWithinReach(tx, { personId, actor });
    return person ? takeRole(tx, { person, role, giver: actor, now }) : refused('person-not-found');
  });
}

/** Somebody of another administration does not exist for a coordinator; the operator reaches every administration. */
async function lockWithinReach(tx: Tx, { personId, actor }: { readonly personId: PersonId; readonly actor: SignedInActor }): Promise<PersonWithRoles | null> {
  const person = await lockPersonWithRoles(tx, personId);
  if (!person) return null;
  return actor.role === 'operator' || person.administrationId === actor.administrationId ? person : null;
}
