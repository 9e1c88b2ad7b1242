import type { AdministrationId, AssessmentVersionId, PersonId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import type { Locale } from '~/kernel/locale';
import type { Tx } from '~/platform/db.server';
import type { AttemptForm } from '../core/attempt-form';
import { attemptMachineVersion } from '../core/attempt-machine';
import type { AttemptProgress } from '../core/attempt-progress';
import type { Seed } from '../core/random-stream';
import type { AnswerReceipt } from '../core/record-answer';

/** What one transaction did to one attempt. */
export interface AttemptChange {
  readonly progress: AttemptProgress;
  /** The revision that was read under the lock. */
  readonly revision: number;
  /** How many commands took effect: the revision rises by one for each. */
  readonly commands: number;
  readonly answers: readonly AnswerReceipt[];
}

/**
 * Saves any number of attempts with their new events and answers in one statement, since every answer of every trainee pays
 * for it. Compare-and-set on the revision.
 * @throws Error when an attempt was changed by somebody who did not hold its lock
 */
export async function saveAttempts(tx: Tx, changes: readonly AttemptChange[]): Promise<void> {
  const attempts = changes.map(({ progress, revision, commands }) => ({
    id: progress.attemptId,
    state: progress.standing.state,
    context: progress.standing.context,
    expected: revision,
    revision: revision + commands,
    deadlineAt: progress.standing.context.deadlineAt,
    finishedAt: progress.standing.context.finishedAt,
    chainHead: progress.chain.head,
    chainLength: progress.chain.length,
  }));
  const events = changes.flatMap(({ progress }) => progress.newEvents);
  const answers = changes.flatMap(({ progress, answers: receipts }) =>
    receipts.map(({ chosen, ...receipt }) => ({ ...receipt, attemptId: progress.attemptId, response: { chosen } })),
  );
  const [saved] = await tx.$queryRaw<{ count: number }[]>`
    WITH saved AS (
      UPDATE "Attempt" AS attempt
      SET "state" = new."state", "context" = new."context", "revision" = new."revision", "deadlineAt" = new."deadlineAt",
          "finishedAt" = new."finishedAt", "chainHead" = new."chainHead", "chainLength" = new."chainLength"
      FROM jsonb_to_recordset(${JSON.stringify(attempts)}::jsonb) AS new(
        "id" text, "state" text, "context" jsonb, "expected" int, "revision" int, "deadlineAt" timestamptz, "finishedAt" timestamptz,
        "chainHead" text, "chainLength" int
      )
      WHERE attempt."id" = new."id" AND attempt."revision" = new."expected"
      RETURNING attempt."id"
    ), events AS (
      INSERT INTO "AttemptEvent" ("attemptId", "sequence", "type", "actorId", "payload", "at", "previousHash", "hash")
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(events)}::jsonb) AS event(
        "attemptId" text, "sequence" int, "type" text, "actorId" text, "payload" jsonb, "at" timestamptz, "previousHash" text, "hash" text
      )
    ), answers AS (
      INSERT INTO "Answer" ("attemptId", "answerId", "number", "position", "response", "savedAt")
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) AS answer(
        "attemptId" text, "answerId" text, "number" int, "position" int, "response" jsonb, "savedAt" timestamptz
      )
    )
    SELECT count(*)::int AS "count" FROM saved`;
  if (saved?.count !== changes.length) throw new Error('An attempt was changed by somebody who did not hold its lock');
}

export interface NewAttempt {
  readonly progress: AttemptProgress;
  readonly assessmentId: string;
  readonly assessmentVersionId: AssessmentVersionId;
  readonly personId: PersonId;
  readonly administrationId: AdministrationId;
  readonly number: number;
  readonly locale: Locale;
  readonly seed: Seed;
  readonly form: AttemptForm;
  readonly startedAt: Instant;
}

/** Stores an attempt that has just begun, with its first event. */
export async function insertAttempt(tx: Tx, { progress, form, ...attempt }: NewAttempt): Promise<void> {
  const { attemptId, standing, chain, newEvents } = progress;
  const { deadlineAt } = standing.context;
  if (deadlineAt === null) throw new Error(`Attempt ${attemptId} has not begun`);
  await tx.$queryRaw`
    WITH attempt AS (
      INSERT INTO "Attempt" ("id", "assessmentId", "assessmentVersionId", "personId", "administrationId", "number", "locale", "state", "context",
        "machineVersion", "revision", "seed", "form", "startedAt", "deadlineAt", "chainHead", "chainLength")
      VALUES (${attemptId}, ${attempt.assessmentId}, ${attempt.assessmentVersionId}, ${attempt.personId}, ${attempt.administrationId},
        ${attempt.number}, ${attempt.locale}, ${standing.state}, ${JSON.stringify(standing.context)}::jsonb, ${attemptMachineVersion}, 1,
        ${attempt.seed}, ${JSON.stringify(form)}::jsonb, ${attempt.startedAt}, ${new Date(deadlineAt)}, ${chain.head}, ${chain.length})
      RETURNING "id"
    ), events AS (
      INSERT INTO "AttemptEvent" ("attemptId", "sequence", "type", "actorId", "payload", "at", "previousHash", "hash")
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(newEvents)}::jsonb) AS event(
        "attemptId" text, "sequence" int, "type" text, "actorId" text, "payload" jsonb, "at" timestamptz, "previousHash" text, "hash" text
      )
    )
    SELECT "id" FROM attempt`;
}
