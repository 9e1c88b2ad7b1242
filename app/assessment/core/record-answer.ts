import type { PersonActor } from '~/kernel/actor';
import type { Instant } from '~/kernel/instant';
import { done, refused, type Result } from '~/kernel/result';
import { advance, type AttemptRefusal, type AttemptStanding } from './attempt';
import type { EventOf } from './attempt-event';
import { type AttemptForm, findFormItem, readResponse, type ResponseRefusal } from './attempt-form';

/** An answer as the browser sends it. */
export interface SentAnswer {
  /** The browser's own id: a repeat of it is recognised and changes nothing. */
  readonly answerId: string;
  /** Rises with every answer that the browser makes in this attempt. */
  readonly number: number;
  /** The question's id in this attempt. */
  readonly item: string;
  /** Option ids of this attempt; none clears the answer. */
  readonly response: readonly string[];
}

/** What the trainee is told was saved, word for word what the record holds. */
export interface AnswerReceipt {
  readonly answerId: string;
  readonly number: number;
  readonly position: number;
  readonly chosen: readonly string[];
  readonly savedAt: Instant;
}

export type AnswerRefusal = 'unknown-item' | 'answer-number-used' | ResponseRefusal | AttemptRefusal;

export interface AnswerDecision {
  readonly standing: AttemptStanding;
  readonly event: EventOf<'SAVE_ANSWER'>;
  readonly receipt: AnswerReceipt;
}

/**
 * Decides about one answer that was not seen before. An answer counts when it reached the server before the deadline; one that
 * comes later is refused, whenever it was given: a browser's word about its own clock proves nothing.
 */
export function recordAnswer(given: {
  readonly form: AttemptForm;
  readonly standing: AttemptStanding;
  readonly answer: SentAnswer;
  readonly actor: PersonActor;
  readonly now: Instant;
}): Result<AnswerDecision, AnswerRefusal> {
  const { form, standing, answer, actor, now } = given;
  const found = findFormItem(form, answer.item);
  if (!found) return refused('unknown-item');
  const response = readResponse(found.item, answer.response);
  if (!response.ok) return response;

  const { answerId, number } = answer;
  const { position } = found;
  const chosen = [...response.value];
  const event = { type: 'SAVE_ANSWER', at: now.toISOString(), actorId: actor.id, position, answerId, number, chosen } as const;
  const next = advance('record-answer', standing, event);
  if (!next.ok) {
    const last = standing.context.answers[position];
    return next.refusal === 'answer-out-of-date' && last?.number === number ? refused('answer-number-used') : next;
  }
  return done({ standing: next.value, event, receipt: { answerId, number, position, chosen, savedAt: now } });
}
