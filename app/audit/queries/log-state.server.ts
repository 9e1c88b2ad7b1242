import { base64 } from '@scure/base';
import { decodeUtf8 } from '~/kernel/bytes';
import type { Instant } from '~/kernel/instant';
import { done, refused, type Result } from '~/kernel/result';
import { type CheckpointRefusal, openCheckpoint } from '~/ledger/core/checkpoint';
import { verifyConsistency } from '~/ledger/core/merkle-tree';
import { parseVerifierKey } from '~/ledger/core/signed-note';
import { checkpointResource, findLogKey } from '~/ledger/queries/log-resources.server';
import { proveConsistency } from '~/ledger/queries/prove-entry.server';
import { sequencerLag } from '~/ledger/queries/sequencer-lag.server';

/** The public log as it stands. */
export interface LogState {
  readonly key: string;
  readonly origin: string;
  readonly size: number;
  readonly root: string;
  readonly checkpoint: string;
  /** Milliseconds for which the oldest fact has been waiting for its place. */
  readonly waiting: number;
  readonly unsigned: number;
}

/** @throws Error when there is no log, or its own checkpoint does not open with its own key */
export async function logState(now: Instant): Promise<LogState> {
  const [key, resource, lag] = [await findLogKey(), await checkpointResource(), await sequencerLag(now)];
  const checkpoint = resource && decodeUtf8(resource.body);
  const log = key && parseVerifierKey(key);
  if (!key || !log || !checkpoint) throw new Error('There is no log to look at');
  const opened = openCheckpoint(checkpoint, { log });
  if (!opened.ok) throw new Error(`The published checkpoint does not hold: ${opened.refusal}`);
  const { origin, size, root } = opened.value;
  return { key, origin, size, root: base64.encode(root), checkpoint, waiting: lag.waiting, unsigned: lag.unsigned };
}

export type ComparisonRefusal = CheckpointRefusal | 'checkpoint-ahead-of-log' | 'checkpoint-inconsistent';

/**
 * Whether today's log continues the one whose checkpoint an auditor kept: nothing that was in it then was changed or taken away. The
 * old checkpoint must bear the log's own signature, so that a refusal is proof against the log and not against whoever typed it.
 */
export async function compareWithKept(kept: string, current: LogState): Promise<Result<{ readonly size: number }, ComparisonRefusal>> {
  const log = parseVerifierKey(current.key);
  if (!log) throw new Error('The key of the log is not one');
  const opened = openCheckpoint(kept, { log });
  if (!opened.ok) return opened;
  const { size, root } = opened.value;
  if (size > current.size) return refused('checkpoint-ahead-of-log');
  if (size === 0) return done({ size });
  const proof = await proveConsistency(size, current.size);
  const same = verifyConsistency({ oldSize: size, newSize: current.size, oldRoot: root, newRoot: base64.decode(current.root), proof });
  return same ? done({ size }) : refused('checkpoint-inconsistent');
}
