import type { PersonActor } from '~/kernel/actor';
import type { AttemptId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import { done, refused, type Result } from '~/kernel/result';
import { type Tx, withTransaction } from '~/platform/db.server';
import { isDue } from '../core/attempt';
import type { AttemptForm } from '../core/attempt-form';
import { type AttemptProgress, writeDown } from '../core/attempt-progress';
import { type AnswerReceipt, type AnswerRefusal, recordAnswer as decideAnswer, type SentAnswer } from '../core/record-answer';
import { findAnswers } from '../store/answers.server';
import { getForms } from '../store/attempt-forms.server';
import { type Attempt, progressOf } from '../store/attempt-row.server';
import { lockOwnAttempts } from '../store/attempts.server';
import { saveAttempts } from '../store/save-attempts.server';
import { gather } from './gather.server';
import { settleAttempt } from './settle-attempt.server';

export type RecordAnswerRefusal = 'attempt-not-found' | AnswerRefusal;

export const recordAnswerStatus = {
  'attempt-not-found': 404,
  'unknown-item': 400,
  'unknown-option': 400,
  'too-many-options': 400,
  'answer-out-of-date': 409,
  'answer-number-used': 409,
  'attempt-closed': 409,
  'attempt-suspended': 409,
  'attempt-voided': 409,
  'attempt-under-appeal': 409,
  'attempt-open': 409,
  'time-is-up': 409,
  'nothing-to-change': 409,
} satisfies Record<RecordAnswerRefusal, number>;

/** What was saved under this answer id, now or the first time it came. */
export interface RecordedAnswer extends AnswerReceipt {
  /** How many questions the attempt has. */
  readonly questions: number;
  /** False when a repeat said something else than the answer that was saved: what it said now was not saved. */
  readonly asSent: boolean;
}

interface Call {
  readonly attemptId: AttemptId;
  readonly answer: SentAnswer;
  readonly actor: PersonActor;
  readonly now: Instant;
}

type Outcome = Result<RecordedAnswer, RecordAnswerRefusal>;

/**
 * Saves one answer of the trainee's own attempt. It is acknowledged only after its transaction is on disk, and a repeat of its
 * id returns the first outcome. Answers that arrive at the same time share a transaction (`gather`): locked rows, earlier
 * answers and the save are one statement each, whoever they belong to.
 */
export async function recordAnswer(
  given: { readonly attemptId: AttemptId; readonly answer: SentAnswer },
  circumstances: { readonly actor: PersonActor; readonly now: Instant },
): Promise<Outcome> {
  const outcome = await recordTogether({ ...given, ...circumstances });
  if (outcome.ok || outcome.refusal !== 'time-is-up') return outcome;
  await settleAttempt({ attemptId: given.attemptId, personId: circumstances.actor.id }, circumstances);
  return outcome;
}

const recordTogether = gather<Call, Outcome>({
  most: 64,
  lanes: 2,
  work: (calls) => withTransaction('record-answer', (tx) => recordAll(tx, calls)),
});

async function recordAll(tx: Tx, calls: readonly Call[]): Promise<Outcome[]> {
  const attempts = await lockOwnAttempts(tx, calls.map(({ attemptId, actor }) => ({ attemptId, personId: actor.id })));
  const forms = await getForms(tx, attempts.map((attempt) => attempt.attemptId));
  const earlier = await findAnswers(tx, calls.map(({ attemptId, answer }) => ({ attemptId, answerId: answer.answerId })));
  const desks = new Map(attempts.map((attempt, index) => [attempt.attemptId, new Desk(attempt, forms[index] as AttemptForm)]));
  for (const { attemptId, ...receipt } of earlier) desks.get(attemptId)?.remember(receipt);
  const outcomes = calls.map((call): Outcome => {
    const desk = desks.get(call.attemptId);
    return desk && desk.personId === call.actor.id ? desk.take(call) : refused('attempt-not-found');
  });
  const changes = [...desks.values()].map((desk) => desk.change()).filter((change) => change.commands > 0);
  if (changes.length > 0) await saveAttempts(tx, changes);
  return outcomes;
}

/** One locked attempt while a group of answers is taken: usually one answer, two when a trainee is quick. */
class Desk {
  readonly #seen = new Map<string, AnswerReceipt>();
  readonly #saved: AnswerReceipt[] = [];
  #progress: AttemptProgress;

  constructor(
    private readonly attempt: Attempt,
    private readonly form: AttemptForm,
  ) {
    this.#progress = progressOf(attempt);
  }

  get personId() {
    return this.attempt.personId;
  }

  remember(receipt: AnswerReceipt): void {
    this.#seen.set(receipt.answerId, receipt);
  }

  take({ answer, actor, now }: Call): Outcome {
    const first = this.#seen.get(answer.answerId);
    if (first) return done({ ...first, questions: this.form.items.length, asSent: this.saysTheSame(first, answer) });
    if (isDue(this.#progress.standing, now)) return refused('time-is-up');
    const decision = decideAnswer({ form: this.form, standing: this.#progress.standing, answer, actor, now });
    if (!decision.ok) return decision;
    const { standing, event, receipt } = decision.value;
    this.#progress = writeDown(this.#progress, standing, event);
    this.#saved.push(receipt);
    this.remember(receipt);
    return done({ ...receipt, questions: this.form.items.length, asSent: true });
  }

  change() {
    return { progress: this.#progress, revision: this.attempt.revision, commands: this.#saved.length, answers: this.#saved };
  }

  private saysTheSame(first: AnswerReceipt, answer: SentAnswer): boolean {
    const sent = new Set(answer.response);
    return this.form.items[first.position - 1]?.id === answer.item && sent.size === first.chosen.length && first.chosen.every((id) => sent.has(id));
  }
}
