import { z } from 'zod';
import type { PersonId } from '~/kernel/ids';
import type { Reader, Tx } from '~/platform/db.server';
import { idColumn } from './columns.server';

/** What signing in asks of an account. People without a role are no accounts: they have left. */
export interface Credentials {
  readonly personId: PersonId;
  readonly email: string;
  /** Null until the person has set a password. */
  readonly passwordHash: string | null;
}

const credentialsRow = z.object({ personId: idColumn('person'), email: z.string(), passwordHash: z.string().nullable() });

export async function findCredentials(reader: Reader, normalEmail: string): Promise<Credentials | null> {
  const row = await reader.person.findFirst({
    where: { email: normalEmail, roles: { some: { endedAt: null } } },
    select: { id: true, email: true, passwordHash: true },
  });
  return row && credentialsRow.parse({ personId: row.id, email: row.email, passwordHash: row.passwordHash });
}

/**
 * The credentials, held still until the transaction ends: a change of password waits for a sign-in that has begun to commit,
 * and then ends its session with the others. Sign-ins do not wait for each other.
 */
export async function lockCredentials(tx: Tx, personId: PersonId): Promise<Credentials | null> {
  const rows = await tx.$queryRaw`
    SELECT p.id AS "personId", p.email, p."passwordHash" FROM "Person" p
    WHERE p.id = ${personId} AND EXISTS (SELECT 1 FROM "RoleGrant" g WHERE g."personId" = p.id AND g."endedAt" IS NULL)
    FOR SHARE OF p`;
  return z.array(credentialsRow).max(1).parse(rows)[0] ?? null;
}

export async function savePasswordHash(tx: Tx, { personId, passwordHash }: { readonly personId: PersonId; readonly passwordHash: string }): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: { passwordHash, revision: { increment: 1 } } });
}
