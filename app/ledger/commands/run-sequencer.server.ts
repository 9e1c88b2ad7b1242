import { setTimeout as sleep } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import { now } from '~/platform/clock.server';
import { databasePool } from '~/platform/db.server';
import { logger } from '~/platform/logger.server';
import { pendingChannel } from '../store/entries.server';
import { sequencerLock, sequenceUnderLock, type SequenceRefusal } from './sequence.server';

export interface Sequencer {
  /** Lets the round that is under way finish and gives the lock back. */
  readonly stop: () => Promise<void>;
}

/** A commit wakes the sequencer; it then waits a moment, so that one checkpoint serves many. */
const gatherMilliseconds = 150;
const pollMilliseconds = 1000;

/** Runs the sequencer until it is stopped. In every other process that does the same it waits until this one is gone. */
export function startSequencer(): Sequencer {
  const stopping = new AbortController();
  const running = keepRunning(stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

async function keepRunning(stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    try {
      await holdLock(stopping);
    } catch (error) {
      logger.error({ error }, 'the sequencer stumbled and starts again');
      await pause(pollMilliseconds, stopping);
    }
  }
}

/** Takes a connection of its own: the lock and LISTEN belong to it, and die with it. */
async function holdLock(stopping: AbortSignal): Promise<void> {
  const client = await databasePool().connect();
  let broken: Error | undefined;
  const onError = (error: Error) => (broken = error);
  client.on('error', onError);
  try {
    if (await takeLock(client, stopping)) await sequenceUntilStopped(client, stopping);
  } catch (error) {
    broken = error as Error;
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken ?? true);
  }
}

async function takeLock(client: PoolClient, stopping: AbortSignal): Promise<boolean> {
  while (!stopping.aborted) {
    const { rows } = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1) AS held', [sequencerLock]);
    if (rows[0]?.held) return true;
    await pause(pollMilliseconds, stopping);
  }
  return false;
}

async function sequenceUntilStopped(client: PoolClient, stopping: AbortSignal): Promise<void> {
  let woken = new AbortController();
  const wake = () => woken.abort();
  client.on('notification', wake);
  try {
    await client.query(`LISTEN ${pendingChannel}`);
    let reported: SequenceRefusal | null = null;
    while (!stopping.aborted) {
      woken = new AbortController();
      // The lock is ours as long as this connection lives: asking it something is how we find out.
      await client.query('SELECT 1');
      const outcome = await sequenceUnderLock(now());
      if (!outcome.ok && outcome.refusal !== reported) logger.error({ refusal: outcome.refusal }, 'the sequencer refuses to sign');
      reported = outcome.ok ? null : outcome.refusal;
      if (outcome.ok && outcome.value.added > 0) continue;
      await pause(pollMilliseconds, AbortSignal.any([stopping, woken.signal]));
      await pause(gatherMilliseconds, stopping);
    }
  } finally {
    client.off('notification', wake);
  }
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  // An abort ends the pause early; that is what it is for.
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
}
