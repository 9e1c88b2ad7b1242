import { z } from 'zod';
import { certificateStates, type CertificateStatus, statusAt } from '~/certification/core/certificate-machine';
import type { AdministrationId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import { locales, type Localized } from '~/kernel/locale';
import type { Reader } from '~/platform/db.server';
import { Prisma } from '~/platform/prisma/client';
import { type CertificateFilter, endOfDay } from '../core/certificate-filter';

/** One line of the register of an administration. */
export interface CertificateRow {
  readonly id: string;
  readonly number: string;
  readonly personId: string;
  readonly attemptId: string;
  /** As certified, whatever the person is called today. */
  readonly holder: string;
  readonly serviceNumber: string | null;
  readonly post: Localized | null;
  readonly courseCode: string;
  readonly title: string;
  readonly locale: string;
  readonly status: CertificateStatus;
  readonly issuedAt: Instant;
  readonly validUntil: Instant;
  readonly ledgerIndex: number | null;
}

const localized = z.object({ en: z.string(), fr: z.string() });
const row = z.object({
  id: z.string(),
  number: z.string(),
  personId: z.string(),
  attemptId: z.string(),
  holder: z.string().nullable(),
  serviceNumber: z.string().nullable(),
  post: localized.nullable(),
  courseCode: z.string(),
  title: z.string().nullable(),
  locale: z.enum(locales),
  state: z.enum(certificateStates),
  issuedAt: z.date(),
  validUntil: z.date(),
  ledgerIndex: z.bigint().nullable(),
});

export interface Search {
  readonly administrationId: AdministrationId;
  readonly filter: CertificateFilter;
  readonly now: Instant;
  readonly limit: number;
}

/** Certificates of one administration that fit the filter, newest first, from the cursor on. */
export async function searchCertificates(reader: Reader, search: Search): Promise<CertificateRow[]> {
  const rows = await reader.$queryRaw<unknown[]>`
    SELECT c."id", c."number", c."personId", c."attemptId", c."locale", c."state", c."issuedAt", c."validUntil",
      c."credential" #>> '{credentialSubject,identifier,0,identityHash}' AS "holder", c."credential" ->> 'name' AS "title",
      p."serviceNumber", po."name" AS "post", co."code" AS "courseCode", l."index" AS "ledgerIndex"
    FROM "Certificate" c
      JOIN "Person" p ON p."id" = c."personId"
      JOIN "Course" co ON co."id" = c."courseId"
      LEFT JOIN "Post" po ON po."id" = p."postId"
      LEFT JOIN "LedgerLeaf" l ON l."entryId" = c."ledgerEntryId"
    WHERE ${conditions(search)}
    ORDER BY c."issuedAt" DESC, c."id" DESC
    LIMIT ${search.limit}`;
  return rows.map((each) => {
    const { state, ledgerIndex, holder, title, ...rest } = row.parse(each);
    const status = statusAt({ state, validUntil: rest.validUntil }, search.now);
    return { ...rest, holder: holder ?? '', title: title ?? '', status, ledgerIndex: ledgerIndex === null ? null : Number(ledgerIndex) };
  });
}

/** How many fit, counted up to `limit`: the exact number of a large register costs more than it says. */
export async function countCertificates(reader: Reader, search: Search): Promise<number> {
  const [found] = await reader.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) AS "count" FROM (
      SELECT 1 FROM "Certificate" c JOIN "Person" p ON p."id" = c."personId" JOIN "Course" co ON co."id" = c."courseId"
      WHERE ${conditions({ ...search, filter: { ...search.filter, after: undefined } })} LIMIT ${search.limit}
    ) AS fitting`;
  return Number(found?.count ?? 0);
}

function conditions({ administrationId, filter, now }: Search): Prisma.Sql {
  const { number, holder, course, status, post, from, to, after } = filter;
  const parts: Prisma.Sql[] = [Prisma.sql`c."administrationId" = ${administrationId}`];
  if (number) parts.push(Prisma.sql`c."number" = ${number}`);
  if (holder) parts.push(Prisma.sql`(p."name" ILIKE ${contains(holder)} OR p."serviceNumber" ILIKE ${contains(holder)}
    OR c."credential" #>> '{credentialSubject,identifier,0,identityHash}' ILIKE ${contains(holder)})`);
  if (course) parts.push(Prisma.sql`co."code" = ${course}`);
  if (status) parts.push(hasStatus(status, now));
  if (post) parts.push(Prisma.sql`p."postId" IN (${postAndBelow(administrationId, post)})`);
  if (from) parts.push(Prisma.sql`c."issuedAt" >= ${from}`);
  if (to) parts.push(Prisma.sql`c."issuedAt" < ${endOfDay(to)}`);
  if (after) parts.push(Prisma.sql`(c."issuedAt", c."id") < (${after.issuedAt}, ${after.id})`);
  return Prisma.join(parts, ' AND ');
}

function hasStatus(status: CertificateStatus, now: Instant): Prisma.Sql {
  if (status === 'valid') return Prisma.sql`c."state" = 'issued' AND c."validUntil" >= ${now}`;
  if (status === 'expired') return Prisma.sql`c."state" = 'issued' AND c."validUntil" < ${now}`;
  return Prisma.sql`c."state" = ${status}`;
}

/** A post with all posts under it, however deep. */
function postAndBelow(administrationId: AdministrationId, code: string): Prisma.Sql {
  return Prisma.sql`
    WITH RECURSIVE "below" AS (
      SELECT "id" FROM "Post" WHERE "administrationId" = ${administrationId} AND "code" = ${code}
      UNION SELECT "Post"."id" FROM "Post" JOIN "below" ON "Post"."parentId" = "below"."id"
    ) SELECT "id" FROM "below"`;
}

function contains(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, (character) => `\\${character}`)}%`;
}

export interface PostChoice {
  readonly code: string;
  readonly name: Localized;
  readonly depth: number;
}

/** The posts of an administration in the order of their tree. */
export async function listPosts(reader: Reader, administrationId: AdministrationId): Promise<PostChoice[]> {
  const rows = await reader.$queryRaw<unknown[]>`
    WITH RECURSIVE "tree" AS (
      SELECT "id", "code", "name", 0 AS "depth", ARRAY["code"] AS "path" FROM "Post"
      WHERE "administrationId" = ${administrationId} AND "parentId" IS NULL
      UNION ALL
      SELECT po."id", po."code", po."name", t."depth" + 1, t."path" || po."code" FROM "Post" po JOIN "tree" t ON po."parentId" = t."id"
    ) SELECT "code", "name", "depth" FROM "tree" ORDER BY "path" LIMIT 2000`;
  return rows.map((each) => z.object({ code: z.string(), name: localized, depth: z.number() }).parse(each));
}

/** The courses in which this administration has certificates or attempts. */
export async function listCourseCodes(reader: Reader): Promise<string[]> {
  const rows = await reader.course.findMany({ select: { code: true }, orderBy: { code: 'asc' } });
  return rows.map(({ code }) => code);
}
