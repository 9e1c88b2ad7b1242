import type { ReadableTerm } from '~/content/core/readable';
import { publishedCourse } from '~/content/queries/published-course.server';
import { readableTerms } from '~/content/queries/readable-lesson.server';
import type { Locale } from '~/kernel/locale';
import type { Reader } from '~/platform/db.server';

export interface CourseGlossary {
  readonly course: { readonly code: string; readonly title: string };
  readonly terms: readonly ReadableTerm[];
}

/** Every word of a course's newest edition. */
export async function courseGlossary(reader: Reader, { code, locale }: { readonly code: string; readonly locale: Locale }): Promise<CourseGlossary | null> {
  const course = await publishedCourse(reader, code);
  if (!course) return null;
  const { title, glossary } = course.document;
  return { course: { code, title: title[locale] }, terms: readableTerms(glossary, glossary.map(({ id }) => id), locale) };
}
