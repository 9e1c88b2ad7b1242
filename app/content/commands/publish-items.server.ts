import type { CourseContent } from '~/content/core/content-tree';
import type { LocalizedFigure } from '~/content/core/course-document';
import { contentHash } from '~/content/core/digest';
import { itemFromFile } from '~/content/core/item-from-file';
import { insertItemVersions, type ItemStanding, listItemStandings, type NewItemVersion, saveItems, setRetired } from '~/content/store/items.server';
import { systemActor } from '~/kernel/actor';
import type { ItemVersionId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import { appendToLedger } from '~/ledger/commands/append-to-ledger.server';
import type { Tx } from '~/platform/db.server';
import { newId } from '~/platform/random.server';

interface ItemsOfCourse {
  readonly content: CourseContent;
  readonly figures: Readonly<Record<string, LocalizedFigure>>;
  readonly now: Instant;
}

interface ItemsPublished {
  readonly published: number;
  /** The version of each practice item that the edition pins, by code. */
  readonly practiceItems: Readonly<Record<string, ItemVersionId>>;
}

/** Publishes new versions of the items that changed and retires those whose file is gone. */
export async function publishItems(tx: Tx, { content, figures, now }: ItemsOfCourse): Promise<ItemsPublished> {
  const courseId = content.course.value.uuid;
  const items = content.items.map((item) => itemFromFile(item, figures));
  const standings = await listItemStandings(tx, { courseId, codes: items.map(({ code }) => code) });
  const existing = new Map(standings.map((standing) => [standing.id, standing]));
  const versions = items.flatMap((item): NewItemVersion[] => {
    const hash = contentHash(item);
    const newest = existing.get(item.id)?.newest;
    return newest?.hash === hash ? [] : [{ id: newId('itemVersion'), number: (newest?.number ?? 0) + 1, hash, item }];
  });
  await saveItems(tx, { items, courseId, existing });
  await insertItemVersions(tx, { versions, publishedAt: now });
  await retire(tx, { items: new Set(items.map(({ id }) => id)), standings, courseId, now });
  for (const { id, hash, item } of versions) {
    const record = { thing: 'item', versionId: id, contentHash: hash, publishedAt: now.toISOString() } as const;
    await appendToLedger(tx, { type: 'version-published', record, actor: systemActor, subjectId: item.id, recordedAt: now });
  }
  const current = new Map([...standings.map(({ id, newest }) => [id, newest?.id] as const), ...versions.map(({ id, item }) => [item.id, id] as const)]);
  const practice = items.filter(({ use }) => use === 'practice').map(({ id, code }) => [code, current.get(id)!] as const);
  return { published: versions.length, practiceItems: Object.fromEntries(practice) };
}

interface Retiring {
  readonly items: ReadonlySet<string>;
  readonly standings: readonly ItemStanding[];
  readonly courseId: string;
  readonly now: Instant;
}

async function retire(tx: Tx, { items, standings, courseId, now }: Retiring): Promise<void> {
  const here = standings.filter((standing) => standing.courseId === courseId || items.has(standing.id));
  const versionsWhere = (test: (standing: ItemStanding) => boolean) => here.filter(test).flatMap(({ newest }) => (newest ? [newest.id] : []));
  await setRetired(tx, { ids: versionsWhere(({ id, newest }) => !items.has(id) && newest?.retired === false), retiredAt: now });
  await setRetired(tx, { ids: versionsWhere(({ id, newest }) => items.has(id) && newest?.retired === true), retiredAt: null });
}
