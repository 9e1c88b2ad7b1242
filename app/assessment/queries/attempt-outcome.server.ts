import type { AttemptOutcome } from '~/assessment/core/outcome';
import type { AttemptId } from '~/kernel/ids';
import type { Reader } from '~/platform/db.server';
import { isReleased } from '../core/attempt';
import { getForm } from '../store/attempt-forms.server';
import { findAnyAttempt } from '../store/attempts.server';
import { findGrade } from '../store/grades.server';
import { frozenAssessment } from './frozen-assessment.server';

/** What a graded attempt tells certification; null while there is no released grade, or no such attempt. */
export async function attemptOutcome(reader: Reader, attemptId: AttemptId): Promise<AttemptOutcome | null> {
  const attempt = await findAnyAttempt(reader, attemptId);
  if (!attempt || !isReleased(attempt.standing.state) || !attempt.finishedAt) return null;
  const grade = await findGrade(reader, attemptId);
  if (!grade) throw new Error(`Attempt ${attemptId} is released without a grade`);
  const form = await getForm(reader, attemptId);
  const { certificate } = await frozenAssessment(reader, attempt.assessmentVersionId);
  const { personId, administrationId, assessmentId, assessmentVersionId, locale, startedAt, finishedAt } = attempt;
  const { gradeId, points, maxPoints, passed, chainHead } = grade;
  return {
    attemptId,
    attemptNumber: attempt.number,
    personId,
    administrationId,
    courseId: form.courseId,
    courseCode: form.courseCode,
    assessmentId,
    assessmentCode: form.assessmentCode,
    assessmentVersionId,
    locale,
    startedAt,
    finishedAt,
    gradeId,
    points,
    maxPoints,
    passMark: form.passMark,
    passed,
    chainHead,
    certificate,
  };
}
