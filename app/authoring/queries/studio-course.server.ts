import { openStates } from '~/authoring/core/publication-machine';
import type { LessonLayer, StudioCourse, StudioLesson } from '~/authoring/core/studio-course';
import { type DraftSummary, listDrafts } from '~/authoring/store/drafts.server';
import type { CourseLesson, CourseModule } from '~/content/core/course-document';
import { lessonEditions } from '~/content/queries/lesson-editions.server';
import { publishedCourse } from '~/content/queries/published-course.server';
import { personNames } from '~/identity/queries/person-names.server';
import type { AdministrationId } from '~/kernel/ids';
import { type Locale, locales, sourceLocale } from '~/kernel/locale';
import type { Reader } from '~/platform/db.server';
import { draftLine } from './studio-home.server';

interface Wanted {
  readonly code: string;
  readonly administrationId: AdministrationId;
  /** The language that titles are shown in where they exist in it. */
  readonly locale: Locale;
}

/** A course with every lesson, its versions and its open drafts; null for a course that is not there. */
export async function studioCourse(reader: Reader, { code, administrationId, locale }: Wanted): Promise<StudioCourse | null> {
  const course = await publishedCourse(reader, code);
  if (!course) return null;
  const { courseId, number, publishedAt, document } = course;
  const drafts = await listDrafts(reader, { administrationId, courseId, states: openStates, atMost: 300 });
  const names = await personNames(reader, drafts.flatMap((draft) => draft.publication.context.writers));
  const editions = await lessonEditions(reader, document.modules.flatMap(({ lessons }) => lessons).flatMap((lesson) => locales.flatMap((layer) => lesson.versions[layer]?.versionId ?? [])));
  const line = (draft: DraftSummary) => draftLine(draft, { names, courseTitle: document.title });
  const layerOf = (lesson: CourseLesson, layer: Locale): LessonLayer => {
    const versionOf = (of: Locale) => editions.get(lesson.versions[of]?.versionId ?? '') ?? null;
    const version = versionOf(layer);
    const source = versionOf(sourceLocale);
    return {
      locale: layer,
      version: version && { number: version.number, publishedAt: version.publishedAt },
      isStale: layer !== sourceLocale && version !== null && source !== null && source.publishedAt > version.publishedAt,
      drafts: drafts.filter((draft) => draft.lessonId === lesson.id && draft.locale === layer).map(line),
    };
  };
  const lessonOf = (lesson: CourseLesson): StudioLesson => ({
    id: lesson.id,
    slug: lesson.slug,
    title: (lesson.versions[locale] ?? lesson.versions[sourceLocale] ?? locales.map((of) => lesson.versions[of]).find(Boolean))?.title ?? lesson.slug,
    layers: locales.map((layer) => layerOf(lesson, layer)),
  });
  const known = new Set(document.modules.flatMap((module) => module.lessons.map(({ id }) => id)));
  return {
    ...{ code, title: document.title, number, publishedAt },
    modules: document.modules.map((module: CourseModule) => ({ code: module.code, title: module.title, lessons: module.lessons.map(lessonOf) })),
    newLessons: drafts.filter((draft) => !known.has(draft.lessonId)).map(line),
  };
}
