import type { PersonActor } from '~/kernel/actor';
import type { AttemptId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import { done, refused, type Result } from '~/kernel/result';
import { type Tx, withTransaction } from '~/platform/db.server';
import { isReleased } from '../core/attempt';
import { lockAttempt } from '../store/attempts.server';
import { beginWork, saveWork } from './attempt-work.server';
import { settleWork, submitWork } from './finish-attempt.server';

export type SubmitRefusal = 'attempt-not-found' | 'attempt-suspended' | 'attempt-voided' | 'attempt-closed';

export const submitAttemptStatus = {
  'attempt-not-found': 404,
  'attempt-suspended': 409,
  'attempt-voided': 409,
  'attempt-closed': 409,
} satisfies Record<SubmitRefusal, number>;

/** `already`: it had ended before, by an earlier SUBMIT or by its deadline. Either way there is a result to look at. */
export interface Submitted {
  readonly attemptId: AttemptId;
  readonly already: boolean;
}

/** Ends the trainee's own attempt: one SUBMIT wins, a repeat finds the result of the first. */
export async function submitAttempt(
  { attemptId }: { readonly attemptId: AttemptId },
  { actor, now }: { readonly actor: PersonActor; readonly now: Instant },
): Promise<Result<Submitted, SubmitRefusal>> {
  return withTransaction('submit-attempt', (tx) => submitIn(tx, { attemptId, actor, now }));
}

async function submitIn(tx: Tx, { attemptId, actor, now }: { readonly attemptId: AttemptId; readonly actor: PersonActor; readonly now: Instant }): Promise<Result<Submitted, SubmitRefusal>> {
  const attempt = await lockAttempt(tx, { attemptId, personId: actor.id });
  if (!attempt) return refused('attempt-not-found');
  const settled = await settleWork(tx, await beginWork(tx, attempt), now);
  if (isReleased(settled.progress.standing.state)) {
    await saveWork(tx, settled);
    return done({ attemptId, already: true });
  }
  const submitted = await submitWork(tx, settled, { actor, now });
  if (submitted.ok) {
    await saveWork(tx, submitted.value);
    return done({ attemptId, already: false });
  }
  const { refusal } = submitted;
  return refused(refusal === 'attempt-suspended' || refusal === 'attempt-voided' ? refusal : 'attempt-closed');
}
