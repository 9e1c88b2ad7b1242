import { findLessonVersion, type LessonVersion } from '~/content/store/lessons.server';
import type { LessonVersionId } from '~/kernel/ids';
import type { Reader } from '~/platform/db.server';

export type { LessonVersion };

/** One version of a lesson in one language, with its document. */
export function lessonVersion(reader: Reader, id: LessonVersionId): Promise<LessonVersion | null> {
  return findLessonVersion(reader, id);
}
