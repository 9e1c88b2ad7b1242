import type { JsonObject } from '~/kernel/canonical-json';
import type { LedgerEntryId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import type { Reader, Tx } from '~/platform/db.server';
import type { LedgerRecord } from '../core/commitment';

/** PostgreSQL tells this channel about every committed entry. */
export const pendingChannel = 'ledger_pending';

export interface NewEntry {
  readonly id: LedgerEntryId;
  readonly type: string;
  readonly commitment: string;
  readonly subjectId: string;
  readonly actorId: string;
  readonly actorRole: string;
  readonly recordedAt: Instant;
  readonly opening: StoredOpening;
}

/** Salts as base 64 for URLs. */
export interface StoredOpening {
  readonly salt: string;
  readonly record: LedgerRecord;
  readonly evidenceSalt: string;
  readonly evidence: JsonObject;
}

/** One statement for entry, opening, queue row and wake-up call, since every submitted exam pays for it. */
export async function insertEntry(tx: Tx, entry: NewEntry): Promise<void> {
  const { opening } = entry;
  await tx.$queryRaw`
    WITH entry AS (
      INSERT INTO "LedgerEntry" ("id", "type", "commitment", "subjectId", "actorId", "actorRole", "recordedAt")
      VALUES (${entry.id}, ${entry.type}, ${entry.commitment}, ${entry.subjectId}, ${entry.actorId}, ${entry.actorRole}, ${entry.recordedAt})
      RETURNING "id", "arrival"
    ), opening AS (
      INSERT INTO "LedgerOpening" ("entryId", "salt", "record", "evidenceSalt", "evidence")
      SELECT "id", ${opening.salt}, ${JSON.stringify(opening.record)}::jsonb, ${opening.evidenceSalt}, ${JSON.stringify(opening.evidence)}::jsonb FROM entry
    ), pending AS (
      INSERT INTO "LedgerPending" ("entryId", "arrival") SELECT "id", "arrival" FROM entry
    )
    SELECT pg_notify(${pendingChannel}, '')::text FROM entry`;
}

export interface PendingEntry {
  readonly id: string;
  readonly type: string;
  readonly commitment: string;
}

/** The oldest entries without a place in the log, in order of arrival. */
export async function listPending(reader: Reader, limit: number): Promise<PendingEntry[]> {
  const rows = await reader.ledgerPending.findMany({
    orderBy: { arrival: 'asc' },
    take: limit,
    select: { entry: { select: { id: true, type: true, commitment: true } } },
  });
  return rows.map(({ entry }) => entry);
}

/** When the entry that waits longest was recorded; null when none waits. */
export async function findOldestPending(reader: Reader): Promise<Instant | null> {
  const row = await reader.ledgerPending.findFirst({ orderBy: { arrival: 'asc' }, select: { entry: { select: { recordedAt: true } } } });
  return row?.entry.recordedAt ?? null;
}

/** Null when it was deleted, or there is no such entry. */
export async function findOpening(reader: Reader, entryId: string): Promise<StoredOpening | null> {
  const row = await reader.ledgerOpening.findUnique({ where: { entryId } });
  return row && { salt: row.salt, record: row.record as LedgerRecord, evidenceSalt: row.evidenceSalt, evidence: row.evidence as JsonObject };
}

/** What an entry says in its columns and in its opening, to be compared. */
export interface OpenedRow extends StoredOpening {
  readonly entryId: string;
  readonly columns: { readonly type: string; readonly commitment: string; readonly circumstances: JsonObject };
}

/** Those of the entries that can still be opened. */
export async function listOpenings(reader: Reader, entryIds: readonly string[]): Promise<OpenedRow[]> {
  const rows = await reader.ledgerOpening.findMany({ where: { entryId: { in: [...entryIds] } }, include: { entry: true } });
  return rows.map(({ entry, ...opening }) => ({
    ...opening,
    record: opening.record as LedgerRecord,
    evidence: opening.evidence as JsonObject,
    columns: {
      type: entry.type,
      commitment: entry.commitment,
      circumstances: { actorId: entry.actorId, actorRole: entry.actorRole, subjectId: entry.subjectId, recordedAt: entry.recordedAt.toISOString() },
    },
  }));
}

/** Entries that have no place in the log and do not wait for one: there should be none. */
export async function listUnplacedEntries(reader: Reader): Promise<string[]> {
  const rows = await reader.ledgerEntry.findMany({ where: { pending: null, leaf: null }, select: { id: true }, take: 10 });
  return rows.map(({ id }) => id);
}

/** Forgets what opens this entry. The leaf stays and says nothing any more. */
export async function deleteOpening(tx: Tx, entryId: string): Promise<void> {
  await tx.ledgerOpening.deleteMany({ where: { entryId } });
}

/** Facts of one type about one thing that have their place, in order of the log. */
export async function listFactsAbout(reader: Reader, about: { readonly type: string; readonly subjectId: string }) {
  const rows = await reader.ledgerEntry.findMany({
    where: { ...about, leaf: { isNot: null } },
    select: { id: true, leaf: { select: { index: true } }, opening: { select: { record: true } } },
  });
  return rows
    .map(({ id, leaf, opening }) => ({ entryId: id, index: Number(leaf?.index), record: (opening?.record ?? null) as LedgerRecord | null }))
    .sort((a, b) => a.index - b.index);
}
