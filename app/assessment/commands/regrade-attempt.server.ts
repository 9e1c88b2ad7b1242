import { done, refused, type Result } from '~/kernel/result';
import { withTransaction } from '~/platform/db.server';
import { newId } from '~/platform/random.server';
import { happen } from '../core/attempt-progress';
import { graderVersion } from '../core/grade';
import { lockAttempt } from '../store/attempts.server';
import { beginWork, saveWork } from './attempt-work.server';
import type { ChangeRefusal } from './change-attempt.server';
import { settleWork } from './finish-attempt.server';
import { keepGrade, markAttempt } from './grade-work.server';
import { type StaffCircumstances, type StaffCommand, staffFacts, staffOwner } from './staff-command.server';

/** Marks a released attempt again by today's rule. The new grade is a further row and counts from now on; the old one stays. */
export async function regradeAttempt(command: StaffCommand, circumstances: StaffCircumstances): Promise<Result<{ readonly points: number; readonly passed: boolean }, ChangeRefusal>> {
  const { actor, now } = circumstances;
  return withTransaction('regrade-attempt', async (tx) => {
    const attempt = await lockAttempt(tx, staffOwner(command, circumstances));
    if (!attempt) return refused('attempt-not-found');
    const settled = await settleWork(tx, await beginWork(tx, attempt), now);
    const { context } = settled.progress.standing;
    const grade = await markAttempt(tx, { form: settled.form, context });
    const { points, maxPoints, passed } = grade;
    const gradeId = newId('grade');
    const number = (context.grade?.gradeNumber ?? 0) + 1;
    const facts = { gradeId, gradeNumber: number, points, maxPoints, passed, graderVersion };
    const next = happen('regrade-attempt', settled.progress, { type: 'REGRADE', ...staffFacts(command, circumstances), ...facts });
    const work = next.ok ? { ...settled, progress: next.value } : settled;
    if (next.ok) await keepGrade(tx, { work, gradeId, number, grade, actor, now });
    await saveWork(tx, work);
    return next.ok ? done({ points, passed }) : next;
  });
}
