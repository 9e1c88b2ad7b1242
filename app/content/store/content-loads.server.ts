import type { Instant } from '~/kernel/instant';
import type { Reader, Tx } from '~/platform/db.server';

/** The digest of the files that were loaded last, or null before the first load. */
export async function lastLoadedDigest(reader: Reader): Promise<string | null> {
  const row = await reader.contentLoad.findFirst({ orderBy: { number: 'desc' }, select: { digest: true } });
  return row?.digest ?? null;
}

export async function insertContentLoad(tx: Tx, load: { readonly digest: string; readonly loadedAt: Instant }): Promise<void> {
  await tx.contentLoad.create({ data: { ...load } });
}

/** One load at a time, over all processes of this database, until the transaction ends. Any number that all copies agree on. */
export async function lockContentLoad(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(724620418)`;
}
