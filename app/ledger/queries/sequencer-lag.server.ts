import { between, milliseconds, type Duration, type Instant } from '~/kernel/instant';
import { db } from '~/platform/db.server';
import { findLatestCheckpoint } from '../store/checkpoints.server';
import { findOldestPending } from '../store/entries.server';
import { countLeaves } from '../store/leaves.server';

export type SequencerLag = {
  /** How long the oldest entry has been waiting for its place. */
  readonly waiting: Duration;
  /** Places that no signed checkpoint covers. More than a moment above zero means that the sequencer refuses. */
  readonly unsigned: number;
  readonly size: number;
};

/** For /readyz and /metrics. */
export async function sequencerLag(now: Instant): Promise<SequencerLag> {
  const [oldest, checkpoint, leaves] = await Promise.all([findOldestPending(db), findLatestCheckpoint(db), countLeaves(db)]);
  const size = checkpoint?.size ?? 0;
  return { waiting: oldest ? between(oldest, now) : milliseconds(0), unsigned: leaves - size, size };
}
