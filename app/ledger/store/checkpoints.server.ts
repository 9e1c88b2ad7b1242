import type { Instant } from '~/kernel/instant';
import type { Reader, Tx } from '~/platform/db.server';
import type { LogHead } from '../core/log-head';

/** A signed tree head with its note. */
export interface StoredCheckpoint extends LogHead {
  readonly note: string;
}

export interface StoredLog {
  readonly origin: string;
  readonly verifierKey: string;
}

export async function findLog(reader: Reader): Promise<StoredLog | null> {
  return reader.ledgerLog.findFirst({ select: { origin: true, verifierKey: true } });
}

export async function insertLog(tx: Tx, log: StoredLog & { readonly createdAt: Instant }): Promise<void> {
  await tx.ledgerLog.create({ data: log });
}

export async function insertCheckpoint(tx: Tx, { size, root, note, signedAt }: StoredCheckpoint): Promise<void> {
  await tx.ledgerCheckpoint.create({ data: { size: BigInt(size), root, note, signedAt: new Date(signedAt) } });
}

export async function findLatestCheckpoint(reader: Reader): Promise<StoredCheckpoint | null> {
  return shaped(await reader.ledgerCheckpoint.findFirst({ orderBy: { size: 'desc' } }));
}

export async function findCheckpointOfSize(reader: Reader, size: number): Promise<StoredCheckpoint | null> {
  return shaped(await reader.ledgerCheckpoint.findUnique({ where: { size: BigInt(size) } }));
}

/** The first checkpoint that covers a leaf: the one it was born into, so that its proof never changes. */
export async function findFirstCheckpointWith(reader: Reader, index: number): Promise<StoredCheckpoint | null> {
  return shaped(await reader.ledgerCheckpoint.findFirst({ where: { size: { gt: BigInt(index) } }, orderBy: { size: 'asc' } }));
}

/** Checkpoints whose size is at least `least` and at most `most`, in order of size. */
export async function listCheckpoints(reader: Reader, least: number, most: number): Promise<StoredCheckpoint[]> {
  const where = { size: { gte: BigInt(least), lte: BigInt(most) } };
  const rows = await reader.ledgerCheckpoint.findMany({ where, orderBy: { size: 'asc' } });
  return rows.map((row) => shaped(row));
}

type Row = { size: bigint; root: string; note: string; signedAt: Date };
function shaped(row: Row): StoredCheckpoint;
function shaped(row: Row | null): StoredCheckpoint | null;
function shaped(row: Row | null): StoredCheckpoint | null {
  return row && { size: Number(row.size), root: row.root, note: row.note, signedAt: row.signedAt.toISOString() };
}
