import { itemKeys } from '~/content/queries/exam-bank.server';
import { systemActor, type Actor } from '~/kernel/actor';
import type { GradeId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import { appendToLedger } from '~/ledger/commands/append-to-ledger.server';
import type { Reader, Tx } from '~/platform/db.server';
import { addJob } from '~/platform/jobs.server';
import { type AttemptForm, responseInAuthorsIds } from '../core/attempt-form';
import type { AttemptContext } from '../core/attempt-machine';
import { type AttemptGrade, gradeAttempt, graderVersion } from '../core/grade';
import { frozenAssessment } from '../queries/frozen-assessment.server';
import { insertGrade } from '../store/grades.server';
import type { AttemptWork } from './attempt-work.server';

/** Marks the frozen questions by their keys. Reads nothing that was not frozen at the start but the keys of those versions. */
export async function markAttempt(reader: Reader, { form, context }: { readonly form: AttemptForm; readonly context: AttemptContext }): Promise<AttemptGrade> {
  const keys = await itemKeys(reader, form.items.map((item) => item.itemVersionId));
  const items = form.items.map((item, index) => {
    const found = keys.get(item.itemVersionId);
    if (!found) throw new Error(`Item version ${item.itemVersionId} has no key`);
    const saved = context.answers[index + 1];
    const response = saved ? responseInAuthorsIds(item, saved.chosen) : null;
    return { position: index + 1, itemVersionId: item.itemVersionId, outcome: item.outcome, points: item.points, key: found.key, response };
  });
  return gradeAttempt({ items, passMark: form.passMark });
}

/**
 * Stores a grade whose event was just written into the attempt's record, tells the ledger, and asks for the certificate when the
 * attempt is passed and passing certifies something. All in the caller's transaction.
 */
export async function keepGrade(tx: Tx, given: { readonly work: AttemptWork; readonly gradeId: GradeId; readonly number: number; readonly grade: AttemptGrade; readonly actor?: Actor; readonly now: Instant }): Promise<void> {
  const { work, gradeId, number, grade, actor = systemActor, now } = given;
  const { attemptId, assessmentVersionId } = work.attempt;
  const chainHead = work.progress.chain.head;
  const { points, maxPoints, passed, byItem, byOutcome } = grade;
  await insertGrade(tx, { gradeId, attemptId, number, points, maxPoints, passed, byItem, byOutcome, graderVersion, chainHead, gradedAt: now });
  await appendToLedger(tx, {
    type: 'attempt-graded',
    record: { attemptId, gradeId, chainHead, points, maxPoints, passed, gradedAt: now.toISOString() },
    actor,
    subjectId: attemptId,
    recordedAt: now,
  });
  if (!passed) return;
  const { certificate } = await frozenAssessment(tx, assessmentVersionId);
  if (certificate) await addJob(tx, 'attempt-passed', { attemptId }, { key: attemptId });
}
