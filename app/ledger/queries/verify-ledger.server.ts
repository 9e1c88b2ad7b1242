import { base64 } from '@scure/base';
import { bytesToHex, concatBytes } from '@noble/hashes/utils.js';
import { decodeBase64Url, sameBytes } from '~/kernel/bytes';
import { db } from '~/platform/db.server';
import { openCheckpoint } from '../core/checkpoint';
import { commitTo, leafEntry } from '../core/commitment';
import { leafHash } from '../core/merkle-tree';
import { parseVerifierKey, type NoteKey } from '../core/signed-note';
import { encodeEntryBundle, tilePath, tileWidth, type TileName } from '../core/tile';
import { edgeTiles, emptyEdge, growLog, rootOfEdge, type LogEdge } from '../core/tile-growth';
import { findLatestCheckpoint, findLog, listCheckpoints, type StoredCheckpoint } from '../store/checkpoints.server';
import { listOpenings, listUnplacedEntries, type OpenedRow } from '../store/entries.server';
import { countLeaves, listLeaves, type Leaf } from '../store/leaves.server';
import { readHeadFile, readPublishedCheckpoint, readTile } from '../store/log-files.server';

/** One thing that was recomputed, and the first place where it did not hold. */
export type LedgerFinding = { readonly check: LedgerCheck; readonly ok: boolean; readonly detail: string };
export type LedgerCheck = 'key' | 'leaves' | 'openings' | 'unplaced-entries' | 'checkpoints' | 'tiles' | 'head-file' | 'published-checkpoint';

const checks: readonly LedgerCheck[] = ['key', 'leaves', 'openings', 'unplaced-entries', 'checkpoints', 'tiles', 'head-file', 'published-checkpoint'];

/** Remembers the first fault of each kind. */
type Note = (check: LedgerCheck, detail: string) => void;

/** A whole number of tiles, so that every full bundle and tile is seen in one piece. */
const stride = 16 * tileWidth;

/** Recomputes the whole log from rows and files and compares every copy of every fact. Takes time in proportion to the log. */
export async function verifyLedger(): Promise<LedgerFinding[]> {
  const faults = new Map<LedgerCheck, string>();
  const note: Note = (check, detail) => void (faults.has(check) || faults.set(check, detail));
  const key = parseVerifierKey((await findLog(db))?.verifierKey ?? '');
  if (!key) note('key', 'there is no log, or its key is unreadable');
  const size = await countLeaves(db);
  const signed = (await findLatestCheckpoint(db))?.size ?? 0;
  if (signed > size) note('leaves', `${signed} entries were signed and ${size} are left`);
  let edge: LogEdge = emptyEdge;
  for (let begin = 0; begin < size; begin += stride) {
    const leaves = await listLeaves(db, begin, Math.min(size, begin + stride));
    checkLeaves(leaves, begin, note);
    await checkOpenings(leaves, note);
    const covered = leaves.slice(0, Math.max(0, signed - begin));
    await checkBundles(covered, begin, note);
    edge = await checkGrowth(edge, covered, key, note);
  }
  await checkEdgeTiles(edge, note);
  await checkHeads(note);
  for (const id of await listUnplacedEntries(db)) note('unplaced-entries', `${id} has neither a place nor a wait for one`);
  return checks.map((check) => ({ check, ok: !faults.has(check), detail: faults.get(check) ?? `${size} entries` }));
}

function checkLeaves(leaves: readonly Leaf[], begin: number, note: Note): void {
  leaves.forEach((leaf, at) => {
    if (leaf.index !== begin + at) note('leaves', `place ${begin + at} is empty`);
    if (leaf.leafHash !== bytesToHex(leafHash(leafEntry(leaf)))) note('leaves', `entry ${leaf.index} is not what was hashed`);
  });
}

async function checkOpenings(leaves: readonly Leaf[], note: Note): Promise<void> {
  for (const row of await listOpenings(db, leaves.map(({ entryId }) => entryId))) {
    if (!opens(row)) note('openings', `${row.entryId} is not what was committed to`);
  }
}

/** Salt and record give the commitment, salt and evidence the one inside the record, and the columns say what the evidence says. */
function opens({ salt, record, evidenceSalt, evidence, columns }: OpenedRow): boolean {
  const [recordSalt, innerSalt] = [decodeBase64Url(salt), decodeBase64Url(evidenceSalt)];
  if (!recordSalt || !innerSalt) return false;
  const sealed = commitTo({ salt: recordSalt, record }) === columns.commitment && record.type === columns.type;
  const inner = commitTo({ salt: innerSalt, record: evidence }) === record['evidence'];
  return sealed && inner && Object.entries(columns.circumstances).every(([name, value]) => evidence[name] === value);
}

async function checkBundles(leaves: readonly Leaf[], begin: number, note: Note): Promise<void> {
  for (let at = 0; at < leaves.length; at += tileWidth) {
    const entries = leaves.slice(at, at + tileWidth).map(leafEntry);
    await compare({ kind: 'entries', index: (begin + at) / tileWidth, width: entries.length }, encodeEntryBundle(entries), note);
  }
}

/** Grows the log through each checkpoint on the way and compares its root and signature, and every tile that fills up. */
async function checkGrowth(from: LogEdge, leaves: readonly Leaf[], key: NoteKey | null, note: Note): Promise<LogEdge> {
  const hashes = leaves.map((leaf) => leafHash(leafEntry(leaf)));
  const end = from.size + hashes.length;
  const checkpoints = await listCheckpoints(db, from.size + 1, end);
  let edge = from;
  for (const size of [...checkpoints.map((checkpoint) => checkpoint.size), end]) {
    const growth = growLog(edge, hashes.slice(edge.size - from.size, size - from.size));
    for (const { name, content } of growth.tiles) if (name.width === tileWidth) await compare(name, content, note);
    edge = growth.edge;
    const checkpoint = checkpoints.find((stored) => stored.size === size);
    if (checkpoint && !isSound(checkpoint, edge, key)) note('checkpoints', `the checkpoint of ${size} entries is not of this log`);
  }
  return edge;
}

function isSound({ note, root }: StoredCheckpoint, edge: LogEdge, key: NoteKey | null): boolean {
  const opened = key && openCheckpoint(note, { log: key });
  const actual = rootOfEdge(edge);
  return root === base64.encode(actual) && opened?.ok === true && opened.value.size === edge.size && sameBytes(opened.value.root, actual);
}

async function checkEdgeTiles(edge: LogEdge, note: Note): Promise<void> {
  for (const name of edgeTiles(edge.size)) await compare(name, concatBytes(...(edge.levels[name.level] ?? [])), note);
}

async function checkHeads(note: Note): Promise<void> {
  const stored = await findLatestCheckpoint(db);
  const file = await readHeadFile();
  if (!stored || file?.size !== stored.size || file.root !== stored.root) note('head-file', 'the head file and the last checkpoint differ');
  if ((await readPublishedCheckpoint()) !== stored?.note) note('published-checkpoint', 'the published checkpoint is not the last one');
}

async function compare(name: TileName, content: Uint8Array, note: Note): Promise<void> {
  const present = await readTile(name);
  if (!present) note('tiles', `${tilePath(name)} is missing`);
  else if (!sameBytes(present, content)) note('tiles', `${tilePath(name)} is not what the rows say`);
}
