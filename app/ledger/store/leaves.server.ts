import type { Reader, Tx } from '~/platform/db.server';

export interface NewLeaf {
  readonly index: number;
  readonly entryId: string;
  /** Hex. */
  readonly leafHash: string;
}

/** A place in the log with what its entry is made of. */
export interface Leaf extends NewLeaf {
  readonly type: string;
  readonly commitment: string;
}

/** Gives pending entries their places for good. */
export async function insertLeaves(tx: Tx, leaves: readonly NewLeaf[]): Promise<void> {
  await tx.ledgerLeaf.createMany({ data: leaves.map((leaf) => ({ ...leaf, index: BigInt(leaf.index) })) });
  await tx.ledgerPending.deleteMany({ where: { entryId: { in: leaves.map(({ entryId }) => entryId) } } });
}

export async function countLeaves(reader: Reader): Promise<number> {
  const last = await reader.ledgerLeaf.findFirst({ orderBy: { index: 'desc' }, select: { index: true } });
  return last ? Number(last.index) + 1 : 0;
}

/** Leaves `begin` up to but without `end`, in order. */
export async function listLeaves(reader: Reader, begin: number, end: number): Promise<Leaf[]> {
  const rows = await reader.ledgerLeaf.findMany({
    where: { index: { gte: BigInt(begin), lt: BigInt(end) } },
    orderBy: { index: 'asc' },
    include: { entry: { select: { type: true, commitment: true } } },
  });
  return rows.map(({ entry, index, ...leaf }) => ({ ...leaf, ...entry, index: Number(index) }));
}

export async function findLeafOfEntry(reader: Reader, entryId: string): Promise<Leaf | null> {
  const row = await reader.ledgerLeaf.findUnique({ where: { entryId }, include: { entry: { select: { type: true, commitment: true } } } });
  return row && { index: Number(row.index), entryId, leafHash: row.leafHash, type: row.entry.type, commitment: row.entry.commitment };
}
