import { z } from 'zod';
import { isRichText, type RichTextJson } from '~/content/core/item';
import type { ItemVersionId, LessonVersionId } from '~/kernel/ids';
import type { Reader } from '~/platform/db.server';
import { type ItemVersion, toItemVersion } from './items.server';

export interface LessonForReading {
  readonly document: RichTextJson | null;
  readonly items: readonly ItemVersion[];
}

const itemRow = z.object({
  id: z.string(),
  itemId: z.string(),
  number: z.number(),
  hash: z.string(),
  outcome: z.string(),
  level: z.string(),
  points: z.number(),
  body: z.unknown(),
  sources: z.array(z.string()),
  code: z.string(),
});

/**
 * A lesson's document and its practice questions in one statement, since a lesson page has a budget of three. Without keys, and
 * without any exam item that might stand among the ids.
 */
export async function findLessonForReading(
  reader: Reader,
  { versionId, practiceItems }: { readonly versionId: LessonVersionId | null; readonly practiceItems: readonly ItemVersionId[] },
): Promise<LessonForReading> {
  const [row] = await reader.$queryRaw<{ document: unknown; items: unknown }[]>`
    SELECT
      (SELECT document FROM "LessonVersion" WHERE id = ${versionId}) AS document,
      (SELECT coalesce(json_agg(json_build_object(
          'id', version.id, 'itemId', version."itemId", 'number', version.number, 'hash', version.hash, 'outcome', version.outcome,
          'level', version.level, 'points', version.points, 'body', version.body, 'sources', version.sources, 'code', item.code)), '[]')
        FROM "ItemVersion" version JOIN "Item" item ON item.id = version."itemId" AND item.use = 'practice'
        WHERE version.id = ANY(${[...practiceItems]})) AS items`;
  const items = z.array(itemRow).parse(row?.items ?? []);
  const document = row?.document ?? null;
  return { document: isRichText(document) ? document : null, items: items.map(({ code, body, ...item }) => toItemVersion({ ...item, body, item: { code } })) };
}
