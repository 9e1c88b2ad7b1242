import type { PersonActor } from '~/kernel/actor';
import type { Instant } from '~/kernel/instant';
import { done, type Result } from '~/kernel/result';
import type { Tx } from '~/platform/db.server';
import { newId } from '~/platform/random.server';
import { type AttemptRefusal, isDue } from '../core/attempt';
import { type AttemptProgress, happen } from '../core/attempt-progress';
import { graderVersion } from '../core/grade';
import type { AttemptWork } from './attempt-work.server';
import { keepGrade, markAttempt } from './grade-work.server';

/** Ends a running attempt because its trainee says so, marks it and shows the result. The caller saves the work. */
export async function submitWork(tx: Tx, work: AttemptWork, { actor, now }: { readonly actor: PersonActor; readonly now: Instant }): Promise<Result<AttemptWork, AttemptRefusal>> {
  const ended = happen('submit-attempt', work.progress, { type: 'SUBMIT', at: now.toISOString(), actorId: actor.id });
  return ended.ok ? done(await gradeWork(tx, { ...work, progress: ended.value }, now)) : ended;
}

/**
 * Settles the clock: ends an attempt whose time has passed, as of its deadline. Every command does this to its own row before
 * anything else, so it makes no difference when somebody notices. The caller saves the work.
 */
export async function settleWork(tx: Tx, work: AttemptWork, now: Instant): Promise<AttemptWork> {
  if (!isDue(work.progress.standing, now)) return work;
  const ended = happen('settle-attempt', work.progress, { type: 'CLOCK', at: now.toISOString(), actorId: 'system' });
  if (!ended.ok) throw new Error(`The clock of attempt ${work.attempt.attemptId} could not be settled: ${ended.refusal}`);
  return gradeWork(tx, { ...work, progress: ended.value }, now);
}

async function gradeWork(tx: Tx, work: AttemptWork, now: Instant): Promise<AttemptWork> {
  const gradeId = newId('grade');
  const grade = await markAttempt(tx, { form: work.form, context: work.progress.standing.context });
  const { points, maxPoints, passed, openItems } = grade;
  const circumstances = { at: now.toISOString(), actorId: 'system' } as const;
  const facts = { gradeId, gradeNumber: 1, points, maxPoints, passed, graderVersion, openItems };
  const graded = mustHappen(happen('submit-attempt', work.progress, { type: 'GRADE', ...circumstances, ...facts }));
  await keepGrade(tx, { work: { ...work, progress: graded }, gradeId, number: 1, grade, now });
  // Nothing waits for a person's mark: the result is shown at once.
  const progress = openItems > 0 ? graded : mustHappen(happen('submit-attempt', graded, { type: 'RELEASE', ...circumstances }));
  return { ...work, progress };
}

/** An attempt that has just ended can be graded and released: anything else is a bug of the machine. */
function mustHappen(result: Result<AttemptProgress, AttemptRefusal>): AttemptProgress {
  if (!result.ok) throw new Error(`An attempt that has ended refused its grade: ${result.refusal}`);
  return result.value;
}
