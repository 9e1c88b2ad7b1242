import type { LessonVersionId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import type { Reader } from '~/platform/db.server';

/** Number and date of a lesson version, without its document. */
export interface LessonEdition {
  readonly number: number;
  readonly publishedAt: Instant;
}

export async function listLessonEditions(reader: Reader, ids: readonly LessonVersionId[]): Promise<ReadonlyMap<string, LessonEdition>> {
  const rows = await reader.lessonVersion.findMany({ where: { id: { in: [...ids] } }, select: { id: true, number: true, publishedAt: true } });
  return new Map(rows.map(({ id, ...edition }) => [id, edition]));
}
