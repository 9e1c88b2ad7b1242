import { z } from 'zod';
import { isJsonObject, type JsonObject } from '~/kernel/canonical-json';
import type { AdministrationId, AttemptId, PersonId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import type { Reader } from '~/platform/db.server';
import { Prisma } from '~/platform/prisma/client';
import { type AttemptFilter, type AttemptResult, openStates, resultOf } from '../core/attempt-filter';
import { endOfDay } from '../core/certificate-filter';

/** One line of the list of attempts. */
export interface AttemptRow {
  readonly id: AttemptId;
  readonly number: number;
  readonly personId: PersonId;
  readonly holder: string;
  readonly serviceNumber: string | null;
  readonly assessment: string;
  readonly state: string;
  readonly result: AttemptResult;
  readonly points: number | null;
  readonly maxPoints: number | null;
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
  readonly certificate: string | null;
}

const row = z.object({
  id: z.custom<AttemptId>((value) => typeof value === 'string'),
  number: z.number(),
  personId: z.custom<PersonId>((value) => typeof value === 'string'),
  holder: z.string(),
  serviceNumber: z.string().nullable(),
  assessment: z.string(),
  state: z.string(),
  points: z.number().nullable(),
  maxPoints: z.number().nullable(),
  passed: z.boolean().nullable(),
  startedAt: z.date(),
  finishedAt: z.date().nullable(),
  certificate: z.string().nullable(),
});

export interface AttemptSearch {
  readonly administrationId: AdministrationId;
  readonly filter: AttemptFilter & { readonly personId?: PersonId };
  readonly limit: number;
}

/** Attempts of one administration that fit, newest first. The last grade of each is the one that counts. */
export async function searchAttempts(reader: Reader, search: AttemptSearch): Promise<AttemptRow[]> {
  const rows = await reader.$queryRaw<unknown[]>`
    SELECT a."id", a."number", a."personId", a."state", a."startedAt", a."finishedAt",
      p."name" AS "holder", p."serviceNumber", s."code" AS "assessment",
      g."points", g."maxPoints", g."passed", c."number" AS "certificate"
    FROM "Attempt" a
      JOIN "Person" p ON p."id" = a."personId"
      JOIN "Assessment" s ON s."id" = a."assessmentId"
      LEFT JOIN LATERAL (SELECT "points", "maxPoints", "passed" FROM "Grade" WHERE "attemptId" = a."id" ORDER BY "number" DESC LIMIT 1) g ON true
      LEFT JOIN "Certificate" c ON c."attemptId" = a."id"
    WHERE ${conditions(search)}
    ORDER BY a."startedAt" DESC, a."id" DESC
    LIMIT ${search.limit}`;
  return rows.map((each) => {
    const { passed, ...rest } = row.parse(each);
    return { ...rest, result: resultOf({ state: rest.state, passed }) };
  });
}

function conditions({ administrationId, filter }: AttemptSearch): Prisma.Sql {
  const { holder, assessment, result, from, to, after, personId } = filter;
  const parts: Prisma.Sql[] = [Prisma.sql`a."administrationId" = ${administrationId}`];
  if (personId) parts.push(Prisma.sql`a."personId" = ${personId}`);
  if (holder) {
    const wanted = `%${holder.replaceAll(/[\\%_]/g, (character) => `\\${character}`)}%`;
    parts.push(Prisma.sql`(p."name" ILIKE ${wanted} OR p."serviceNumber" ILIKE ${wanted})`);
  }
  if (assessment) parts.push(Prisma.sql`s."code" = ${assessment}`);
  if (result) parts.push(hasResult(result));
  if (from) parts.push(Prisma.sql`a."startedAt" >= ${from}`);
  if (to) parts.push(Prisma.sql`a."startedAt" < ${endOfDay(to)}`);
  if (after) parts.push(Prisma.sql`(a."startedAt", a."id") < (${after.startedAt}, ${after.id})`);
  return Prisma.join(parts, ' AND ');
}

function hasResult(result: AttemptResult): Prisma.Sql {
  if (result === 'voided') return Prisma.sql`a."state" = 'voided'`;
  if (result === 'open') return Prisma.sql`a."state" = ANY(${[...openStates]}::text[])`;
  return Prisma.sql`a."state" IN ('released', 'underAppeal') AND g."passed" = ${result === 'passed'}`;
}

/** The person with this id in this administration, or null. */
export async function findOfficer(
  reader: Reader,
  wanted: { readonly administrationId: AdministrationId; readonly personId: PersonId },
): Promise<{ readonly name: string; readonly serviceNumber: string | null } | null> {
  return reader.person.findFirst({
    where: { id: wanted.personId, administrationId: wanted.administrationId },
    select: { name: true, serviceNumber: true },
  });
}

export async function listAssessmentCodes(reader: Reader): Promise<string[]> {
  const rows = await reader.assessment.findMany({ select: { code: true }, orderBy: { code: 'asc' } });
  return rows.map(({ code }) => code);
}

/** The frozen form as the row holds it now; null when the attempt is gone. */
export async function readFormRow(reader: Reader, attemptId: AttemptId): Promise<JsonObject | null> {
  const row = await reader.attempt.findUnique({ where: { id: attemptId }, select: { form: true } });
  return isJsonObject(row?.form) ? row.form : null;
}

/** Whether the attempt is one of this administration. */
export async function isAttemptOf(reader: Reader, of: { readonly attemptId: AttemptId; readonly administrationId: AdministrationId }): Promise<boolean> {
  return (await reader.attempt.count({ where: { id: of.attemptId, administrationId: of.administrationId } })) === 1;
}
