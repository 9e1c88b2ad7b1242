import { bestVersion, lessonsInOrder } from '~/content/core/course-document';
import { publishedCourse } from '~/content/queries/published-course.server';
import type { AttemptId, PersonId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import type { Locale } from '~/kernel/locale';
import { type Fraction, reaches } from '~/kernel/points';
import type { Reader } from '~/platform/db.server';
import { decideStart } from '../core/attempt-rules';
import type { AttemptResult, LessonToRead, OutcomeResult, ReleasedScore } from '../core/attempt-view';
import { listEvents } from '../store/attempt-events.server';
import { getForm } from '../store/attempt-forms.server';
import type { Attempt } from '../store/attempt-row.server';
import { findAttempt, listSittings } from '../store/attempts.server';
import { findGrade } from '../store/grades.server';
import { frozenAssessment } from './frozen-assessment.server';

/** The result of the trainee's own attempt: scores and what to read, never a key or its feedback. Null when there is no such attempt. */
export async function attemptResult(
  reader: Reader,
  { attemptId, personId, locale, now }: { readonly attemptId: AttemptId; readonly personId: PersonId; readonly locale: Locale; readonly now: Instant },
): Promise<AttemptResult | null> {
  const attempt = await findAttempt(reader, { attemptId, personId });
  if (!attempt) return null;
  const form = await getForm(reader, attemptId);
  const definition = await frozenAssessment(reader, attempt.assessmentVersionId);
  const sittings = await listSittings(reader, { personId, assessmentId: attempt.assessmentId });
  const { state } = attempt.standing;
  return {
    attemptId,
    number: attempt.number,
    state,
    title: definition.title[locale],
    assessmentCode: form.assessmentCode,
    courseCode: form.courseCode,
    startedAt: attempt.startedAt,
    finishedAt: attempt.finishedAt,
    atDeadline: attempt.finishedAt?.getTime() === attempt.deadlineAt.getTime(),
    score: await scoreOf(reader, { attempt, passMark: form.passMark, courseCode: form.courseCode, words: definition.outcomes, locale }),
    voidReason: state === 'voided' ? await voidReason(reader, attemptId) : null,
    certifies: definition.certificate !== null,
    next: decideStart({ rules: definition, earlier: sittings, now }),
  };
}

interface Scoring {
  readonly attempt: Attempt;
  readonly passMark: Fraction;
  readonly courseCode: string;
  readonly words: Readonly<Record<string, Readonly<Record<Locale, string>>>>;
  readonly locale: Locale;
}

async function scoreOf(reader: Reader, { attempt, passMark, courseCode, words, locale }: Scoring): Promise<ReleasedScore | null> {
  const { state } = attempt.standing;
  if (state !== 'released' && state !== 'underAppeal') return null;
  const grade = await findGrade(reader, attempt.attemptId);
  if (!grade) throw new Error(`Attempt ${attempt.attemptId} is released without a grade`);
  const lessons = await lessonsByOutcome(reader, { courseCode, locale });
  const outcomes = grade.byOutcome.map((score): OutcomeResult => {
    const reached = reaches(score.points, score.maxPoints, passMark);
    return { ...score, reached, text: words[score.outcome]?.[locale] ?? score.outcome, lessons: reached ? [] : (lessons.get(score.outcome) ?? []) };
  });
  const { points, maxPoints, passed } = grade;
  return { points, maxPoints, passed, passMark, outcomes };
}

async function lessonsByOutcome(reader: Reader, { courseCode, locale }: { readonly courseCode: string; readonly locale: Locale }): Promise<Map<string, LessonToRead[]>> {
  const course = await publishedCourse(reader, courseCode);
  const byOutcome = new Map<string, LessonToRead[]>();
  for (const { module, lesson } of course ? lessonsInOrder(course.document) : []) {
    if (!lesson.outcome) continue;
    const version = bestVersion(lesson, locale);
    const shown = { address: `/courses/${courseCode}/${module.code}/${lesson.slug}`, title: version.pin.title, locale: version.locale };
    byOutcome.set(lesson.outcome, [...(byOutcome.get(lesson.outcome) ?? []), shown]);
  }
  return byOutcome;
}

async function voidReason(reader: Reader, attemptId: AttemptId): Promise<string | null> {
  const voided = (await listEvents(reader, attemptId)).find((event) => event.type === 'VOID');
  return voided ? String(voided.payload['reason']) : null;
}
