import type { ItemBody, ItemFeedback, ItemKey, ItemLevel } from '~/content/core/item';
import type { PublishableItem } from '~/content/core/item-from-file';
import { itemBody, itemFeedback, itemKey, itemLevel } from '~/content/core/item-rows';
import { type ItemVersionId, parseId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import type { Points } from '~/kernel/points';
import type { Reader, Tx } from '~/platform/db.server';

/** What may be shown of an item version: its text. Its key is another type, from another table, by another function. */
export interface ItemVersion {
  readonly id: ItemVersionId;
  readonly itemId: string;
  readonly code: string;
  readonly number: number;
  readonly hash: string;
  readonly outcome: string;
  readonly level: ItemLevel;
  readonly points: Points;
  readonly body: ItemBody;
  readonly sources: readonly string[];
}

export interface ItemKeyAndFeedback {
  readonly key: ItemKey;
  readonly feedback: ItemFeedback;
}

interface Row {
  readonly id: string;
  readonly itemId: string;
  readonly number: number;
  readonly hash: string;
  readonly outcome: string;
  readonly level: string;
  readonly points: number;
  readonly body: unknown;
  readonly sources: string[];
  readonly item: { readonly code: string };
}

export function toItemVersion(row: Row): ItemVersion {
  const id = parseId('itemVersion', row.id);
  if (!id) throw new Error(`${row.id} is no id of an item version`);
  const { itemId, number, hash, outcome, points, sources } = row;
  return { id, itemId, code: row.item.code, number, hash, outcome, level: itemLevel.parse(row.level), points, body: itemBody.parse(row.body), sources };
}

/** Everything of a version but what only markers may see. */
const shown = { id: true, itemId: true, number: true, hash: true, outcome: true, level: true, points: true, body: true, sources: true, item: { select: { code: true } } } as const;

/** The newest version of each exam item that is not retired. */
export async function listExamItems(reader: Reader, { courseId, outcomes }: { readonly courseId: string; readonly outcomes: readonly string[] }): Promise<ItemVersion[]> {
  const items = await reader.item.findMany({
    where: { courseId, use: 'exam' },
    select: { versions: { orderBy: { number: 'desc' }, take: 1, select: { ...shown, retiredAt: true } } },
  });
  const newest = items.flatMap(({ versions }) => versions).filter(({ retiredAt, outcome }) => !retiredAt && outcomes.includes(outcome));
  return newest.map(toItemVersion).sort((a, b) => (a.itemId < b.itemId ? -1 : 1));
}

export async function listItemVersions(reader: Reader, ids: readonly ItemVersionId[]): Promise<ItemVersion[]> {
  const rows = await reader.itemVersion.findMany({ where: { id: { in: [...ids] } }, select: shown });
  return rows.map(toItemVersion);
}

/** Practice items among these versions; an exam item is never returned, whoever asks. */
export async function listPracticeItems(reader: Reader, ids: readonly ItemVersionId[]): Promise<ItemVersion[]> {
  const rows = await reader.itemVersion.findMany({ where: { id: { in: [...ids] }, item: { use: 'practice' } }, select: shown });
  return rows.map(toItemVersion);
}

export async function listItemKeys(reader: Reader, ids: readonly ItemVersionId[]): Promise<Map<ItemVersionId, ItemKeyAndFeedback>> {
  const rows = await reader.itemKey.findMany({ where: { itemVersionId: { in: [...ids] } } });
  return new Map(
    rows.map((row) => {
      const id = parseId('itemVersion', row.itemVersionId);
      if (!id) throw new Error(`${row.itemVersionId} is no id of an item version`);
      return [id, { key: itemKey.parse(row.key), feedback: itemFeedback.parse(row.feedback) }];
    }),
  );
}

/** The items as they stand before a load: by id, whatever course they were in. */
export interface ItemStanding {
  readonly id: string;
  readonly courseId: string;
  readonly code: string;
  readonly use: string;
  readonly newest: { readonly id: ItemVersionId; readonly number: number; readonly hash: string; readonly retired: boolean } | null;
}

export async function listItemStandings(reader: Reader | Tx, { courseId, codes }: { readonly courseId: string; readonly codes: readonly string[] }): Promise<ItemStanding[]> {
  const rows = await reader.item.findMany({
    where: { OR: [{ courseId }, { code: { in: [...codes] } }] },
    include: { versions: { orderBy: { number: 'desc' }, take: 1, select: { id: true, number: true, hash: true, retiredAt: true } } },
  });
  return rows.map(({ id, courseId: at, code, use, versions: [version] }) => {
    const versionId = version && parseId('itemVersion', version.id);
    return { id, courseId: at, code, use, newest: version && versionId ? { id: versionId, number: version.number, hash: version.hash, retired: version.retiredAt !== null } : null };
  });
}

export interface NewItemVersion {
  readonly id: ItemVersionId;
  readonly number: number;
  readonly hash: string;
  readonly item: PublishableItem;
}

export async function insertItemVersions(tx: Tx, { versions, publishedAt }: { readonly versions: readonly NewItemVersion[]; readonly publishedAt: Instant }): Promise<void> {
  await tx.itemVersion.createMany({
    data: versions.map(({ id, number, hash, item }) => {
      const { outcome, level, difficulty, points, sources } = item;
      return { id, itemId: item.id, number, hash, type: item.body.type, outcome, level, difficulty, points, sources: [...sources], body: plain(item.body), publishedAt };
    }),
  });
  await tx.itemKey.createMany({
    data: versions.map(({ id, item }) => ({ itemVersionId: id, key: plain(item.key), feedback: plain(item.feedback), misconceptions: plain(item.misconceptions) })),
  });
}

export async function saveItems(tx: Tx, { items, courseId, existing }: { readonly items: readonly PublishableItem[]; readonly courseId: string; readonly existing: ReadonlyMap<string, ItemStanding> }): Promise<void> {
  await tx.item.createMany({ data: items.filter(({ id }) => !existing.has(id)).map(({ id, code, use }) => ({ id, courseId, code, use })) });
  for (const { id, code } of items) {
    const before = existing.get(id);
    if (before && (before.code !== code || before.courseId !== courseId)) await tx.item.update({ where: { id }, data: { code, courseId } });
  }
}

/** A retired item is drawn no more; what was drawn before stays. An item whose file came back is retired no longer. */
export async function setRetired(tx: Tx, { ids, retiredAt }: { readonly ids: readonly ItemVersionId[]; readonly retiredAt: Instant | null }): Promise<void> {
  if (ids.length > 0) await tx.itemVersion.updateMany({ where: { id: { in: [...ids] } }, data: { retiredAt } });
}

/** As JSON will hold it: what Prisma stores and what was hashed are the same. */
function plain(value: object) {
  return JSON.parse(JSON.stringify(value));
}
