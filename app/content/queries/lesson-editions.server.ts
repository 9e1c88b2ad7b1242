import { type LessonEdition, listLessonEditions } from '~/content/store/lesson-editions.server';
import type { LessonVersionId } from '~/kernel/ids';
import type { Reader } from '~/platform/db.server';

/** Number and date of many lesson versions by id, for lists that need no text. One query. */
export function lessonEditions(reader: Reader, ids: readonly LessonVersionId[]): Promise<ReadonlyMap<string, LessonEdition>> {
  return listLessonEditions(reader, ids);
}
