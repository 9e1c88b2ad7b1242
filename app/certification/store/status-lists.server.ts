import type { StatusPurpose } from '../core/status-list';
import { candidateBits, placesOfList, type StatusListName, formatListName } from '../core/status-lists';
import { type JsonObject } from '~/kernel/canonical-json';
import type { Instant } from '~/kernel/instant';
import type { Prisma, Reader, Tx } from '~/platform/db.server';

export interface StatusListEdition {
  readonly id: string;
  readonly list: string;
  readonly purpose: StatusPurpose;
  readonly credential: JsonObject;
  readonly digest: string;
  readonly createdAt: Instant;
}

/** What sets a bit. A superseded certificate does not count any more, and strangers' tools know only the revocation list. */
const statesBehind: Record<StatusPurpose, string[]> = { revocation: ['revoked', 'superseded'], suspension: ['suspended'] };

/**
 * A random free place in the newest list, so that neither order nor administration shows; when sixteen random places are all
 * taken the list is as good as full and the next one begins. The unique index decides between two who pick the same.
 * @param bytes 48 random bytes
 */
export async function pickStatusIndex(tx: Tx, bytes: Uint8Array): Promise<number> {
  const { _max } = await tx.certificate.aggregate({ _max: { statusIndex: true } });
  const { first, end } = placesOfList(listsInUse(_max.statusIndex));
  const candidates = candidateBits(bytes).map((bit) => first + bit);
  const taken = await tx.certificate.findMany({ where: { statusIndex: { in: candidates } }, select: { statusIndex: true } });
  const free = candidates.find((candidate) => !taken.some(({ statusIndex }) => statusIndex === candidate));
  return free ?? end + ((candidates[0] ?? first) - first);
}

/** How many pairs of lists there are; the first exists before there is a certificate. */
export async function countLists(reader: Reader): Promise<number> {
  const { _max } = await reader.certificate.aggregate({ _max: { statusIndex: true } });
  return listsInUse(_max.statusIndex);
}

function listsInUse(highest: number | null): number {
  return highest === null ? 1 : Math.floor(highest / placesOfList(1).end) + 1;
}

/** One publisher at a time, so that a newer edition is never older in content. */
export async function lockStatusLists(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('status-lists', 0))::text`;
}

/** The places in this list whose bit has to be set now. */
export async function placesSet(reader: Reader, name: StatusListName): Promise<number[]> {
  const { first, end } = placesOfList(name.number);
  const rows = await reader.certificate.findMany({
    where: { statusIndex: { gte: first, lt: end }, state: { in: statesBehind[name.purpose] } },
    select: { statusIndex: true },
  });
  return rows.map(({ statusIndex }) => statusIndex);
}

export async function insertEdition(tx: Tx, edition: StatusListEdition): Promise<void> {
  await tx.statusListEdition.create({ data: { ...edition, credential: edition.credential as Prisma.InputJsonObject } });
}

/** The newest edition, or the one that was the newest at an instant. */
export async function findEdition(reader: Reader, name: StatusListName, at?: Instant): Promise<StatusListEdition | null> {
  const row = await reader.statusListEdition.findFirst({
    where: { list: formatListName(name), ...(at && { createdAt: { lte: at } }) },
    orderBy: { createdAt: 'desc' },
  });
  if (!row) return null;
  return { ...row, purpose: name.purpose, credential: row.credential as JsonObject };
}
