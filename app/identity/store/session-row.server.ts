import { z } from 'zod';
import { parseLocale } from '~/kernel/locale';
import type { Reader } from '~/platform/db.server';
import type { SignedIn } from '../core/signed-in';
import { idColumn, inRoleOrder, localizedColumn } from './columns.server';

const sessionRow = z.object({
  createdAt: z.date(),
  expiresAt: z.date(),
  absoluteExpiresAt: z.date(),
  personId: idColumn('person'),
  email: z.string(),
  name: z.string(),
  locale: z.string().nullable(),
  timeZone: z.string(),
  administrationId: idColumn('administration').nullable(),
  administrationCode: z.string().nullable(),
  administrationName: localizedColumn.nullable(),
  postId: idColumn('post').nullable(),
  postCode: z.string().nullable(),
  postName: localizedColumn.nullable(),
  roles: z.array(z.string()).nullable(),
});
type SessionRow = z.infer<typeof sessionRow>;

export interface FoundSession {
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly absoluteExpiresAt: Date;
  /** Null when the person holds no role any more. */
  readonly signedIn: SignedIn | null;
}

/** Session, person, roles, administration and post in one statement: every page asks it. */
export async function findSession(reader: Reader, sessionId: string): Promise<FoundSession | null> {
  const rows = await reader.$queryRaw`
    SELECT s."createdAt", s."expiresAt", s."absoluteExpiresAt", p.id AS "personId", p.email, p.name, p.locale, p."timeZone",
      a.id AS "administrationId", a.code AS "administrationCode", a.name AS "administrationName",
      o.id AS "postId", o.code AS "postCode", o.name AS "postName",
      (SELECT array_agg(g.role) FROM "RoleGrant" g WHERE g."personId" = p.id AND g."endedAt" IS NULL) AS roles
    FROM "Session" s
    JOIN "Person" p ON p.id = s."personId"
    LEFT JOIN "Administration" a ON a.id = p."administrationId"
    LEFT JOIN "Post" o ON o.id = p."postId"
    WHERE s.id = ${sessionId}`;
  const [row] = z.array(sessionRow).max(1).parse(rows);
  if (!row) return null;
  const { createdAt, expiresAt, absoluteExpiresAt } = row;
  return { createdAt, expiresAt, absoluteExpiresAt, signedIn: signedInFrom(row) };
}

function signedInFrom(row: SessionRow): SignedIn | null {
  const held = inRoleOrder(row.roles ?? []);
  const [first] = held;
  if (!first) return null;
  const { administrationId: id, administrationCode: code, administrationName: name } = row;
  const { postId, postCode, postName } = row;
  return {
    person: { id: row.personId, email: row.email, name: row.name, locale: parseLocale(row.locale), timeZone: row.timeZone },
    administration: id && code && name ? { id, code, name } : null,
    post: postId && postCode && postName ? { id: postId, code: postCode, name: postName } : null,
    roles: held,
    actor: { id: row.personId, role: first, administrationId: id },
  };
}
