import type { AdministrationId, AssessmentVersionId, AttemptId, PersonId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import type { Reader, Tx } from '~/platform/db.server';
import { Prisma } from '~/platform/prisma/client';
import { parseStanding } from '../core/attempt';
import type { EarlierAttempt } from '../core/attempt-rules';
import { type Attempt, type AttemptColumns, attemptOf, stored } from './attempt-row.server';

const columns = Prisma.raw(
  ['id', 'assessmentId', 'assessmentVersionId', 'personId', 'administrationId', 'number', 'locale', 'state', 'context', 'machineVersion', 'revision', 'startedAt', 'deadlineAt', 'finishedAt', 'chainHead', 'chainLength']
    .map((name) => `"${name}"`)
    .join(', '),
);

/** Whose attempt it must be: the trainee's own, or one of the administration's. Another one is as if it were not there. */
export type AttemptOwner =
  | { readonly attemptId: AttemptId; readonly personId: PersonId }
  | { readonly attemptId: AttemptId; readonly administrationId: AdministrationId };

function ownedBy(owner: AttemptOwner): Prisma.Sql {
  return 'personId' in owner
    ? Prisma.sql`"id" = ${owner.attemptId} AND "personId" = ${owner.personId}`
    : Prisma.sql`"id" = ${owner.attemptId} AND "administrationId" = ${owner.administrationId}`;
}

export async function findAttempt(reader: Reader, owner: AttemptOwner): Promise<Attempt | null> {
  const [row] = await reader.$queryRaw<AttemptColumns[]>`SELECT ${columns} FROM "Attempt" WHERE ${ownedBy(owner)}`;
  return row ? attemptOf(row) : null;
}

/** For the platform's own work (jobs, certification, audit), which has checked elsewhere who asks. */
export async function findAnyAttempt(reader: Reader, attemptId: AttemptId): Promise<Attempt | null> {
  const [row] = await reader.$queryRaw<AttemptColumns[]>`SELECT ${columns} FROM "Attempt" WHERE "id" = ${attemptId}`;
  return row ? attemptOf(row) : null;
}

export async function lockAttempt(tx: Tx, owner: AttemptOwner): Promise<Attempt | null> {
  const [row] = await tx.$queryRaw<AttemptColumns[]>`SELECT ${columns} FROM "Attempt" WHERE ${ownedBy(owner)} FOR UPDATE`;
  return row ? attemptOf(row) : null;
}

/** Several trainees' own attempts at once, locked in the order of their ids so that two batches cannot deadlock. */
export async function lockOwnAttempts(tx: Tx, owners: readonly { readonly attemptId: AttemptId; readonly personId: PersonId }[]): Promise<Attempt[]> {
  const rows = await tx.$queryRaw<AttemptColumns[]>`
    SELECT ${columns} FROM "Attempt"
    WHERE ("id", "personId") IN (
      SELECT * FROM unnest(${owners.map((owner) => owner.attemptId)}::text[], ${owners.map((owner) => owner.personId)}::text[])
    )
    ORDER BY "id" FOR UPDATE`;
  return rows.map(attemptOf);
}

/** The running attempt whose time ended longest ago and that nobody else is working on. */
export async function lockDueAttempt(tx: Tx, { now, except }: { readonly now: Instant; readonly except: readonly AttemptId[] }): Promise<Attempt | null> {
  const [row] = await tx.$queryRaw<AttemptColumns[]>`
    SELECT ${columns} FROM "Attempt"
    WHERE "state" = 'inProgress' AND "deadlineAt" <= ${now} AND "id" <> ALL(${[...except]}::text[])
    ORDER BY "deadlineAt" LIMIT 1 FOR UPDATE SKIP LOCKED`;
  return row ? attemptOf(row) : null;
}

/** One person at a time decides about a start: a second tab waits here and then finds the first one's attempt. */
export async function lockStarts(tx: Tx, { personId, assessmentId }: Sitting): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`start ${personId} ${assessmentId}`}, 0))::text`;
}

export interface Sitting {
  readonly personId: PersonId;
  readonly assessmentId: string;
}

/** Every sitting of this person at this assessment, oldest first. */
export async function listSittings(reader: Reader, { personId, assessmentId }: Sitting): Promise<(EarlierAttempt & SittingDates & SittingPoints)[]> {
  const rows = await reader.$queryRaw<Pick<AttemptColumns, 'id' | 'number' | 'state' | 'context' | 'startedAt' | 'deadlineAt' | 'finishedAt'>[]>`
    SELECT "id", "number", "state", "context", "startedAt", "deadlineAt", "finishedAt" FROM "Attempt"
    WHERE "personId" = ${personId} AND "assessmentId" = ${assessmentId} ORDER BY "number"`;
  return rows.map((row) => {
    const { state, context } = parseStanding(row);
    return {
      attemptId: stored('attempt', row.id),
      number: row.number,
      state,
      startedAt: row.startedAt,
      deadlineAt: row.deadlineAt,
      finishedAt: row.finishedAt,
      passed: context.grade?.passed ?? false,
      score: context.grade && { points: context.grade.points, maxPoints: context.grade.maxPoints },
    };
  });
}

interface SittingDates {
  readonly startedAt: Instant;
  readonly deadlineAt: Instant;
}

interface SittingPoints {
  readonly score: { readonly points: number; readonly maxPoints: number } | null;
}

export interface RunningAttempt {
  readonly attemptId: AttemptId;
  readonly assessmentVersionId: AssessmentVersionId;
  readonly personId: PersonId;
  readonly state: 'inProgress' | 'suspended';
  readonly startedAt: Instant;
  readonly deadlineAt: Instant;
}

/** Attempts that are running or suspended: of one person, or in a whole administration. */
export async function listRunning(reader: Reader, of: { readonly personId: PersonId } | { readonly administrationId: AdministrationId }): Promise<RunningAttempt[]> {
  const rows = await reader.attempt.findMany({
    where: { ...of, state: { in: ['inProgress', 'suspended'] } },
    orderBy: { startedAt: 'asc' },
    select: { id: true, assessmentVersionId: true, personId: true, state: true, startedAt: true, deadlineAt: true },
  });
  return rows.map(({ id, personId, assessmentVersionId, state, ...rest }) => ({
    ...rest,
    assessmentVersionId: stored('assessmentVersion', assessmentVersionId),
    attemptId: stored('attempt', id),
    personId: stored('person', personId),
    state: state === 'suspended' ? 'suspended' : 'inProgress',
  }));
}
