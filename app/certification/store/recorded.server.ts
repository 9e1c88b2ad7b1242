import type { Reader } from '~/platform/db.server';

/** Which of these ledger entries are in a signed checkpoint. */
export async function listRecorded(reader: Reader, entryIds: readonly string[]): Promise<Set<string>> {
  const rows = await reader.$queryRaw<{ entryId: string }[]>`
    SELECT "entryId" FROM "LedgerLeaf"
    WHERE "entryId" = ANY(${[...entryIds]}::text[]) AND "index" < (SELECT max("size") FROM "LedgerCheckpoint")`;
  return new Set(rows.map(({ entryId }) => entryId));
}
