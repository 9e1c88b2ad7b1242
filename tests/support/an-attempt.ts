import { recordAnswer } from '~/assessment/commands/record-answer.server';
import { startAttempt } from '~/assessment/commands/start-attempt.server';
import type { AttemptForm } from '~/assessment/core/attempt-form';
import type { SentAnswer } from '~/assessment/core/record-answer';
import { getForm } from '~/assessment/store/attempt-forms.server';
import type { PersonActor } from '~/kernel/actor';
import type { AttemptId } from '~/kernel/ids';
import { db } from '~/platform/db.server';
import type { AnAssessment } from './an-assessment';

export interface AnAttempt {
  readonly attemptId: AttemptId;
  readonly actor: PersonActor;
  readonly form: AttemptForm;
  readonly startedAt: Date;
}

/** Minutes after the start of every attempt in these stories. */
export const minute = (count: number): Date => new Date(Date.UTC(2026, 10, 24, 10, 0) + count * 60_000);

/** An attempt that has just been started. */
export async function anAttempt({ assessment, actor, startedAt = minute(0) }: { readonly assessment: AnAssessment; readonly actor: PersonActor; readonly startedAt?: Date }): Promise<AnAttempt> {
  const started = await startAttempt({ assessment: assessment.code, locale: 'en' }, { actor, now: startedAt });
  if (!started.ok) throw new Error(started.refusal);
  const { attemptId } = started.value;
  return { attemptId, actor, form: await getForm(db, attemptId), startedAt };
}

/** An answer to the question at this place: right or wrong by the key, or the given option ids of the attempt. */
export function anAnswer(
  { attempt, assessment }: { readonly attempt: AnAttempt; readonly assessment: AnAssessment },
  { position, number = position, choose = 'right' }: { readonly position: number; readonly number?: number; readonly choose?: 'right' | 'wrong' | readonly string[] },
): SentAnswer {
  const item = attempt.form.items[position - 1];
  if (!item) throw new Error(`The attempt has no question ${position}`);
  const key = assessment.keys.get(item.itemVersionId) ?? [];
  const right = item.options.filter(({ option }) => key.includes(option)).map(({ id }) => id);
  const wrong = item.options.filter(({ option }) => !key.includes(option)).slice(0, 1).map(({ id }) => id);
  const response = choose === 'right' ? right : choose === 'wrong' ? wrong : choose;
  return { answerId: `answer-${position}-${number}`, number, item: item.id, response };
}

/** Answers the first so many questions rightly and the others wrongly. */
export async function answerAll(given: { readonly attempt: AnAttempt; readonly assessment: AnAssessment }, { right, at = minute(5) }: { readonly right: number; readonly at?: Date }): Promise<void> {
  const { attemptId, actor, form } = given.attempt;
  for (let position = 1; position <= form.items.length; position += 1) {
    const answer = anAnswer(given, { position, choose: position <= right ? 'right' : 'wrong' });
    const saved = await recordAnswer({ attemptId, answer }, { actor, now: at });
    if (!saved.ok) throw new Error(saved.refusal);
  }
}
