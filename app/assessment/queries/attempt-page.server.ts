import type { AttemptId, PersonId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import type { Locale } from '~/kernel/locale';
import type { Reader } from '~/platform/db.server';
import { random } from '~/platform/random.server';
import { isDue } from '../core/attempt';
import type { AttemptContext } from '../core/attempt-machine';
import type { AttemptPage, QuestionStanding, ShownItem, ShownQuestion } from '../core/attempt-view';
import { getForm } from '../store/attempt-forms.server';
import { findAttempt } from '../store/attempts.server';
import { frozenAssessment } from './frozen-assessment.server';
import { shownItems } from './shown-items.server';

/**
 * The trainee's own attempt, for answering: one question by its position, all of them, or none (its frame alone). Null when
 * there is no such attempt of this person, or no such question.
 */
export async function attemptPage(
  reader: Reader,
  wanted: { readonly attemptId: AttemptId; readonly personId: PersonId; readonly position: number | 'all' | 'none'; readonly locale: Locale; readonly now: Instant },
): Promise<AttemptPage | null> {
  const { attemptId, personId, position, locale, now } = wanted;
  const attempt = await findAttempt(reader, { attemptId, personId });
  if (!attempt) return null;
  const form = await getForm(reader, attemptId);
  const { state, context } = attempt.standing;
  const standings = form.items.map((_, index) => standingOf(context, index + 1));
  const wantedStandings = position === 'none' ? [] : standings.filter((standing) => position === 'all' || standing.position === position);
  if (position !== 'none' && wantedStandings.length === 0) return null;
  const items = await shownItems(reader, { items: form.items.filter((_, index) => wantedStandings.some((standing) => standing.position === index + 1)), locale });
  const definition = await frozenAssessment(reader, attempt.assessmentVersionId);
  return {
    attemptId,
    title: definition.title[locale],
    assessmentCode: form.assessmentCode,
    attemptNumber: attempt.number,
    state,
    due: isDue(attempt.standing, now),
    now,
    deadlineAt: attempt.deadlineAt,
    standings,
    questions: wantedStandings.map((standing, index) => questionOf({ standing, item: items[index] as ShownItem, context })),
    nextNumber: Math.max(0, ...Object.values(context.answers).map((answer) => answer.number)) + 1,
  };
}

function standingOf(context: AttemptContext, position: number): QuestionStanding {
  const answered = (context.answers[position]?.chosen.length ?? 0) > 0;
  return { position, answered, flagged: context.flagged.includes(position) };
}

function questionOf({ standing, item, context }: { readonly standing: QuestionStanding; readonly item: ShownItem; readonly context: AttemptContext }): ShownQuestion {
  const saved = context.answers[standing.position];
  return { ...standing, item, chosen: saved?.chosen ?? [], savedAt: saved ? new Date(saved.savedAt) : null, answerId: freshAnswerId() };
}

/** 120 random bits: no two forms of an attempt share one. */
function freshAnswerId(): string {
  return Buffer.from(random(15)).toString('base64url');
}
