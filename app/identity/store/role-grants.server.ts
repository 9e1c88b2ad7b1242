import { z } from 'zod';
import { type Role, roles } from '~/kernel/actor';
import type { AdministrationId, Id, PersonId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import type { Reader, Tx } from '~/platform/db.server';
import { newId } from '~/platform/random.server';
import type { HeldRole } from '../core/views';
import { idColumn, inRoleOrder } from './columns.server';

export type RoleGrantId = Id<'roleGrant'>;

export interface PersonWithRoles {
  readonly id: PersonId;
  readonly administrationId: AdministrationId | null;
  readonly roles: readonly Role[];
}

const lockedPerson = z.object({ id: idColumn('person'), administrationId: idColumn('administration').nullable() });

/** The person, held still until the transaction ends, so that role changes of one person come one after the other. */
export async function lockPersonWithRoles(tx: Tx, personId: PersonId): Promise<PersonWithRoles | null> {
  const rows = await tx.$queryRaw`SELECT id, "administrationId" FROM "Person" WHERE id = ${personId} FOR NO KEY UPDATE`;
  const [person] = z.array(lockedPerson).max(1).parse(rows);
  if (!person) return null;
  const held = await tx.roleGrant.findMany({ where: { personId, endedAt: null }, select: { role: true } });
  return { ...person, roles: inRoleOrder(held.map(({ role }) => role)) };
}

interface Grant {
  readonly personId: PersonId;
  readonly role: Role;
  readonly by: PersonId | 'system';
  readonly now: Instant;
}

export async function createRoleGrant(tx: Tx, { personId, role, by, now }: Grant): Promise<RoleGrantId> {
  const id = newId('roleGrant');
  await tx.roleGrant.create({ data: { id, personId, role, grantedBy: by, grantedAt: now } });
  return id;
}

/** @returns the grant that ended, null when the role was not held */
export async function endRoleGrant(tx: Tx, { personId, role, by, now }: Grant): Promise<RoleGrantId | null> {
  const ended = await tx.roleGrant.updateManyAndReturn({
    where: { personId, role, endedAt: null },
    data: { endedBy: by, endedAt: now },
    select: { id: true },
  });
  return ended[0] ? z.parse(idColumn('roleGrant'), ended[0].id) : null;
}

/** Every role the person ever held, the newest first. */
export async function listRoleGrants(reader: Reader, personId: PersonId): Promise<HeldRole[]> {
  const rows = await reader.roleGrant.findMany({ where: { personId }, orderBy: [{ grantedAt: 'desc' }, { id: 'asc' }], take: 100 });
  return rows.map(({ id, role, grantedAt, endedAt }) => ({ id, role: z.enum(roles).parse(role), grantedAt, endedAt }));
}
