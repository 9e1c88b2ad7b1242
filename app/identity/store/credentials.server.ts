import { z } from 'zod';
import type { Role } from '~/kernel/actor';
import type { PersonId } from '~/kernel/ids';
import type { Reader, Tx } from '~/platform/db.server';
import { idColumn, inRoleOrder } from './columns.server';

/** What signing in asks of an account. People without a role are no accounts: they have left. */
export interface Credentials {
  readonly personId: PersonId;
  readonly email: string;
  /** Null until the person has set a password. */
  readonly passwordHash: string | null;
  readonly roles: readonly Role[];
}

const credentialsRow = z.object({
  personId: idColumn('person'),
  email: z.string(),
  passwordHash: z.string().nullable(),
  roles: z.array(z.string()).min(1).transform(inRoleOrder),
});

export async function findCredentials(reader: Reader, normalEmail: string): Promise<Credentials | null> {
  const row = await reader.person.findFirst({
    where: { email: normalEmail, roles: { some: { endedAt: null } } },
    select: { id: true, email: true, passwordHash: true, roles: { where: { endedAt: null }, select: { role: true } } },
  });
  return row && credentialsRow.parse({ ...row, personId: row.id, roles: row.roles.map(({ role }) => role) });
}

/**
 * The credentials, held still until the transaction ends: a change of password waits for a sign-in that has begun to commit,
 * and then ends its session with the others. Sign-ins do not wait for each other.
 */
export async function lockCredentials(tx: Tx, personId: PersonId): Promise<Credentials | null> {
  const rows = await tx.$queryRaw`
    SELECT p.id AS "personId", p.email, p."passwordHash", held.roles FROM "Person" p
    CROSS JOIN LATERAL (SELECT array_agg(g.role) AS roles FROM "RoleGrant" g WHERE g."personId" = p.id AND g."endedAt" IS NULL) held
    WHERE p.id = ${personId} AND held.roles IS NOT NULL
    FOR SHARE OF p`;
  return z.array(credentialsRow).max(1).parse(rows)[0] ?? null;
}

export async function savePasswordHash(tx: Tx, { personId, passwordHash }: { readonly personId: PersonId; readonly passwordHash: string }): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: { passwordHash, revision: { increment: 1 } } });
}
