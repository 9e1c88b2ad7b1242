import { decodeBase64Url } from '~/kernel/bytes';
import { done, refused, type Result } from '~/kernel/result';
import { db } from '~/platform/db.server';
import { encodeOpening, type Opening } from '../core/commitment';
import { formatInclusionFile } from '../core/inclusion-file';
import { consistencyRanges, inclusionRanges, type Hash } from '../core/merkle-tree';
import { findFirstCheckpointWith } from '../store/checkpoints.server';
import { findOpening, type StoredOpening } from '../store/entries.server';
import { findLeafOfEntry } from '../store/leaves.server';
import { readRangeRoots } from '../store/log-edge.server';

export type EntryProof = {
  /** The C2SP tlog-proof file; it carries the opening unless that was deleted. */
  readonly inclusionFile: string;
  readonly index: number;
  /** Size and time of the checkpoint that the entry was born into. */
  readonly size: number;
  readonly loggedAt: string;
};

/**
 * The offline proof that an entry is in the log, against the first checkpoint that covers it: the same file each time.
 * `entry-pending`: committed, or unknown, and not in a signed checkpoint yet.
 */
export async function proveEntry(entryId: string): Promise<Result<EntryProof, 'entry-pending'>> {
  const leaf = await findLeafOfEntry(db, entryId);
  const checkpoint = leaf && (await findFirstCheckpointWith(db, leaf.index));
  if (!leaf || !checkpoint) return refused('entry-pending');
  const proof = await readRangeRoots(inclusionRanges(leaf.index, checkpoint.size), checkpoint.size);
  const stored = await findOpening(db, entryId);
  const inclusionFile = formatInclusionFile({
    ...(stored && { extra: encodeOpening(openingOf(stored)) }),
    index: leaf.index,
    proof,
    checkpoint: checkpoint.note,
  });
  return done({ inclusionFile, index: leaf.index, size: checkpoint.size, loggedAt: checkpoint.signedAt });
}

/** The proof that the log of `oldSize` is the beginning of the log of `newSize`; both must have been published. */
export async function proveConsistency(oldSize: number, newSize: number): Promise<Hash[]> {
  return readRangeRoots(consistencyRanges(oldSize, newSize), newSize);
}

function openingOf({ salt, record }: StoredOpening): Opening {
  const bytes = decodeBase64Url(salt);
  if (!bytes) throw new Error('A stored salt is not base 64');
  return { salt: bytes, record };
}
