import { base64 } from '@scure/base';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Instant } from '~/kernel/instant';
import { done, refused, type Result } from '~/kernel/result';
import { databasePool, db, withTransaction } from '~/platform/db.server';
import { signCheckpoint } from '../core/checkpoint';
import { leafEntry } from '../core/commitment';
import { mayGoOn, type HeadRefusal, type LogHead } from '../core/log-head';
import { leafHash } from '../core/merkle-tree';
import { encodeEntryBundle, tilesGained, tileWidth } from '../core/tile';
import { growLog, rootOfEdge, type LogEdge } from '../core/tile-growth';
import { findCheckpointOfSize, findLatestCheckpoint, insertCheckpoint, type StoredCheckpoint } from '../store/checkpoints.server';
import { listPending } from '../store/entries.server';
import { countLeaves, insertLeaves, listLeaves } from '../store/leaves.server';
import {
  readHeadFile,
  readPublishedCheckpoint,
  removePartials,
  writeHeadFile,
  writePublishedCheckpoint,
  writeTile,
} from '../store/log-files.server';
import { readEdge } from '../store/log-edge.server';
import { openLogSigner, type LogSigner } from './log-key.server';

export type SequenceRefusal =
  | 'log-absent'
  | 'log-key-differs'
  | HeadRefusal
  /** The tiles on disk do not add up to the last root that was signed. */
  | 'log-tiles-differ'
  /** The rows do not say what was hashed. */
  | 'log-leaves-differ'
  | 'sequencer-elsewhere';

export type Sequenced = { readonly size: number; readonly added: number };

/** All processes of an installation agree on this number: whoever holds the lock is the one sequencer. */
export const sequencerLock = 724_620_418;
const batchSize = 1024;

/**
 * Gives pending entries their places and signs the grown log, once, if no other process is at it. For tests, repair and
 * commands; a server runs `startSequencer`.
 */
export async function sequenceOnce(now: Instant): Promise<Result<Sequenced, SequenceRefusal>> {
  const client = await databasePool().connect();
  try {
    const { rows } = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1) AS held', [sequencerLock]);
    if (!rows[0]?.held) return refused('sequencer-elsewhere');
    try {
      return await sequenceUnderLock(now);
    } finally {
      await client.query('SELECT pg_advisory_unlock($1)', [sequencerLock]);
    }
  } finally {
    client.release();
  }
}

/**
 * One round. Each step is durable before the next begins: places, entries, tiles, checkpoint, head. A round that broke off
 * anywhere is completed by the next one, which finds the same places and so writes the same bytes.
 */
export async function sequenceUnderLock(now: Instant): Promise<Result<Sequenced, SequenceRefusal>> {
  const signer = await openLogSigner(db);
  if (!signer.ok) return signer;
  const head = await currentHead(now);
  if (!head.ok) return head;
  await assignPlaces();
  const size = await countLeaves(db);
  if (size < head.value.size) return refused('log-leaves-differ');
  if (size === head.value.size) return done({ size, added: 0 });
  const edge = await readEdge(head.value.size);
  if (!edge || base64.encode(rootOfEdge(edge)) !== head.value.root) return refused('log-tiles-differ');
  const grown = await writeGrowth(edge, size);
  if (!grown.ok) return grown;
  await publish(await signHead(signer.value, grown.value, now));
  for (const full of tilesGained(edge.size, size).filter(({ width }) => width === tileWidth)) await removePartials(full);
  return done({ size, added: size - head.value.size });
}

/** The last signed head, once database, head file and clock agree on it; finishes a publication that a crash cut off. */
async function currentHead(now: Instant): Promise<Result<LogHead, SequenceRefusal>> {
  const stored = await findLatestCheckpoint(db);
  if (!stored) return refused('log-absent');
  const file = await readHeadFile();
  const storedAtFileSize = file && (file.size === stored.size ? stored : await findCheckpointOfSize(db, file.size));
  const verdict = mayGoOn({ file, stored, storedAtFileSize, now });
  if (!verdict.ok) return verdict;
  if (verdict.value.fileIsBehind || (await readPublishedCheckpoint()) !== stored.note) await publish(stored);
  return done(stored);
}

async function assignPlaces(): Promise<void> {
  await withTransaction('assign-places', async (tx) => {
    const pending = await listPending(tx, batchSize);
    if (pending.length === 0) return;
    // What was committed with `synchronous_commit` off is flushed by this commit too, before anything is signed.
    await tx.$executeRaw`SET LOCAL synchronous_commit = on`;
    const first = await countLeaves(tx);
    const leaves = pending.map((entry, at) => ({ index: first + at, entryId: entry.id, leafHash: bytesToHex(leafHash(leafEntry(entry))) }));
    await insertLeaves(tx, leaves);
  });
}

/** Writes the entry bundles, then the tiles from the leaves up. */
async function writeGrowth(edge: LogEdge, size: number): Promise<Result<LogEdge, 'log-leaves-differ'>> {
  const first = Math.floor(edge.size / tileWidth) * tileWidth;
  const leaves = await listLeaves(db, first, size);
  const entries = leaves.map(leafEntry);
  const hashes = entries.map(leafHash);
  const sound = leaves.length === size - first && leaves.every((leaf, at) => leaf.index === first + at && leaf.leafHash === bytesToHex(hashes[at] ?? new Uint8Array()));
  if (!sound) return refused('log-leaves-differ');
  for (const bundle of tilesGained(edge.size, size).filter(({ kind }) => kind === 'entries')) {
    const from = bundle.index * tileWidth - first;
    await writeTile(bundle, encodeEntryBundle(entries.slice(from, from + bundle.width)));
  }
  const growth = growLog(edge, hashes.slice(edge.size - first));
  for (const { name, content } of growth.tiles) await writeTile(name, content);
  return done(growth.edge);
}

async function signHead({ noteKey, sign }: LogSigner, edge: LogEdge, now: Instant): Promise<StoredCheckpoint> {
  const root = rootOfEdge(edge);
  const note = signCheckpoint({ origin: noteKey.name, size: edge.size, root }, noteKey, sign);
  const checkpoint = { size: edge.size, root: base64.encode(root), note, signedAt: now.toISOString() };
  await withTransaction('sign-checkpoint', async (tx) => {
    await tx.$executeRaw`SET LOCAL synchronous_commit = on`;
    await insertCheckpoint(tx, checkpoint);
  });
  return checkpoint;
}

async function publish(checkpoint: StoredCheckpoint): Promise<void> {
  await writeHeadFile(checkpoint);
  await writePublishedCheckpoint(checkpoint.note);
}
