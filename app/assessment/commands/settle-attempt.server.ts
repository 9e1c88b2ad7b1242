import type { AttemptId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import { withTransaction } from '~/platform/db.server';
import type { AttemptOwner } from '../store/attempts.server';
import { lockAttempt, lockDueAttempt } from '../store/attempts.server';
import { beginWork, saveWork } from './attempt-work.server';
import { settleWork } from './finish-attempt.server';

/** Ends one attempt as of its deadline when its time has passed; otherwise nothing happens. */
export async function settleAttempt(owner: AttemptOwner, { now }: { readonly now: Instant }): Promise<void> {
  await withTransaction('settle-attempt', async (tx) => {
    const attempt = await lockAttempt(tx, owner);
    if (attempt) await saveWork(tx, await settleWork(tx, await beginWork(tx, attempt), now));
  });
}

/**
 * Ends every attempt whose time has passed, for those who left: one transaction each, and what another process is working on
 * is passed over. An attempt that cannot be ended does not hold up the others.
 * @returns how many were ended
 * @throws AggregateError when some could not be ended, after all the others were
 */
export async function sweepAttempts({ now }: { readonly now: Instant }): Promise<number> {
  const failed = new Map<AttemptId, unknown>();
  let ended = 0;
  for (;;) {
    const swept = await sweepOne(now, failed);
    if (!swept) break;
    ended += 1;
  }
  if (failed.size > 0) throw new AggregateError(failed.values(), `${failed.size} attempts could not be ended: ${[...failed.keys()].join(', ')}`);
  return ended;
}

/** Whether there was one to end. A failure is kept for the end of the sweep. */
async function sweepOne(now: Instant, failed: Map<AttemptId, unknown>): Promise<boolean> {
  let at: AttemptId | undefined;
  try {
    return await withTransaction('sweep-attempts', async (tx) => {
      const attempt = await lockDueAttempt(tx, { now, except: [...failed.keys()] });
      at = attempt?.attemptId;
      if (!attempt) return false;
      const settled = await settleWork(tx, await beginWork(tx, attempt), now);
      if (settled.progress.newEvents.length === 0) throw new Error('The deadline of the row is not the deadline of its context');
      await saveWork(tx, settled);
      return true;
    });
  } catch (error) {
    if (!at) throw error;
    failed.set(at, error);
    return true;
  }
}
