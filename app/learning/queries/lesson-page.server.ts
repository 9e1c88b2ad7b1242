import { bestVersion, findLesson, type PlacedLesson } from '~/content/core/course-document';
import { type CourseVersion, editionFrom, rememberedEditions } from '~/content/queries/published-course.server';
import { type PracticeGiven, readableLesson } from '~/content/queries/readable-lesson.server';
import { moduleOnPage } from '~/learning/core/course-contents';
import type { LessonLink, LessonPage } from '~/learning/core/lesson-page';
import { type LessonAddress, lessonAddress, neighboursOf } from '~/learning/core/progress';
import { findStanding, type Standing } from '~/learning/store/lesson-page.server';
import type { PersonId } from '~/kernel/ids';
import type { Locale } from '~/kernel/locale';
import type { Reader } from '~/platform/db.server';

/** A lesson in the edition that this person is on, before it is rendered. */
export interface LessonToShow extends PlacedLesson {
  readonly course: CourseVersion;
  readonly standing: Standing;
}

const addressPart = /^[a-z0-9-]{1,80}$/;

/** Finds the lesson; null when there is none at the address in the person's edition. One statement. */
export async function lessonToShow(reader: Reader, { address, personId }: { readonly address: LessonAddress; readonly personId: PersonId }): Promise<LessonToShow | null> {
  if (![address.course, address.module, address.lesson].every((part) => addressPart.test(part))) return null;
  const standing = await findStanding(reader, { personId, courseCode: address.course, knownEditions: rememberedEditions() });
  if (!standing) return null;
  const course = editionFrom(standing.courseVersionId, standing.edition);
  const placed = findLesson(course.document, address);
  return placed && { ...placed, course, standing };
}

/** Everything that decides what the page shows, but for its frame: for an entity tag. */
export function lessonFingerprint({ course, lesson, standing }: LessonToShow, wished: Locale): string[] {
  return [course.id, bestVersion(lesson, wished).pin.versionId, wished, ...[...standing.readLessons].sort()];
}

/** Renders it. No statement when the lesson was read before and no practice question was answered. */
export async function lessonPage(reader: Reader, { shown, wished, given }: { readonly shown: LessonToShow; readonly wished: Locale; readonly given: PracticeGiven }): Promise<LessonPage> {
  const { course, module, lesson, standing } = shown;
  const { document } = course;
  const { locale, pin, parts, practice, sources, terms } = await readableLesson(reader, { course, lesson, wished, given });
  const { position, total, previous, next } = neighboursOf(document, lesson.id);
  const { readLessons } = standing;
  return {
    address: lessonAddress(document.code, shown),
    title: pin.title,
    summary: pin.summary,
    spoken: locale,
    missing: locale !== wished,
    minutes: lesson.minutes,
    nationalLaw: lesson.nationalLaw,
    contentWarning: lesson.contentWarning,
    parts,
    practice,
    sources,
    terms,
    course: { code: document.code, title: document.title[wished] },
    module: moduleOnPage(module, { courseCode: document.code, locale: wished, readLessons }),
    position,
    total,
    previous: previous && linkTo(document.code, previous, wished),
    next: next && linkTo(document.code, next, wished),
    read: readLessons.has(lesson.id),
    courseVersionId: course.id,
    lessonVersionId: pin.versionId,
  };
}

function linkTo(courseCode: string, placed: PlacedLesson, wished: Locale): LessonLink {
  const { locale, pin } = bestVersion(placed.lesson, wished);
  return { address: lessonAddress(courseCode, placed), title: pin.title, lang: locale === wished ? null : locale };
}
