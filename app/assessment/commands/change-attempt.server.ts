import type { Instant } from '~/kernel/instant';
import { done, refused, type Result } from '~/kernel/result';
import { type Tx, withTransaction } from '~/platform/db.server';
import type { AttemptRefusal } from '../core/attempt';
import type { CommandEvents, EventOf } from '../core/attempt-event';
import { happen } from '../core/attempt-progress';
import { type AttemptOwner, lockAttempt } from '../store/attempts.server';
import { type AttemptWork, beginWork, saveWork } from './attempt-work.server';
import { settleWork } from './finish-attempt.server';

export type ChangeRefusal = 'attempt-not-found' | AttemptRefusal;

/** Every change of an attempt that the machine refuses is a conflict with its present state. */
export const changeAttemptStatus = {
  'attempt-not-found': 404,
  'attempt-closed': 409,
  'attempt-suspended': 409,
  'attempt-open': 409,
  'attempt-voided': 409,
  'attempt-under-appeal': 409,
  'time-is-up': 409,
  'answer-out-of-date': 409,
  'nothing-to-change': 409,
} satisfies Record<ChangeRefusal, number>;

interface Change<Command extends keyof CommandEvents> {
  readonly command: Command;
  readonly owner: AttemptOwner;
  readonly now: Instant;
  /** The event, made from the locked attempt. */
  readonly event: (work: AttemptWork) => EventOf<CommandEvents[Command]>;
  /** What must be recorded elsewhere in the same transaction. */
  readonly alongside?: (tx: Tx, work: AttemptWork) => Promise<void>;
}

/** The shape of every command that lets one event happen: lock, settle the clock, ask the machine, save, add the evidence. */
export async function changeAttempt<Command extends keyof CommandEvents>(change: Change<Command>): Promise<Result<AttemptWork, ChangeRefusal>> {
  const { command, owner, now, event, alongside } = change;
  return withTransaction(command, async (tx) => {
    const attempt = await lockAttempt(tx, owner);
    if (!attempt) return refused('attempt-not-found');
    const settled = await settleWork(tx, await beginWork(tx, attempt), now);
    const next = happen(command, settled.progress, event(settled));
    const work = next.ok ? { ...settled, progress: next.value } : settled;
    if (next.ok) await alongside?.(tx, work);
    await saveWork(tx, work);
    return next.ok ? done(work) : next;
  });
}
