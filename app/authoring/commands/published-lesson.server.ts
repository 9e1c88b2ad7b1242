import { lessonsInOrder } from '~/content/core/course-document';
import { publishedCourseById } from '~/content/queries/published-course.server';
import type { LessonVersionId } from '~/kernel/ids';
import type { Locale } from '~/kernel/locale';
import type { Reader } from '~/platform/db.server';

interface LessonInLanguage {
  readonly courseId: string;
  readonly lessonId: string;
  readonly locale: Locale;
}

/** The version that readers of the newest edition see, or null where the lesson or the language is new. */
export async function publishedLessonVersionId(reader: Reader, { courseId, lessonId, locale }: LessonInLanguage): Promise<LessonVersionId | null> {
  const course = await publishedCourseById(reader, courseId);
  const placed = course && lessonsInOrder(course.document).find(({ lesson }) => lesson.id === lessonId);
  return placed?.lesson.versions[locale]?.versionId ?? null;
}
