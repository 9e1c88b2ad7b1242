import { lessonsInOrder } from '~/content/core/course-document';
import { type CourseVersion, courseVersion, publishedCourses } from '~/content/queries/published-course.server';
import type { CatalogueCourse, CourseProgress } from '~/learning/core/catalogue';
import { lessonAddress, type Progress, progressOf } from '~/learning/core/progress';
import { type Enrolment, listEnrolments } from '~/learning/store/enrolments.server';
import type { PersonId } from '~/kernel/ids';
import type { Locale } from '~/kernel/locale';
import type { Reader } from '~/platform/db.server';

/** Every course, each with the person's progress in the edition they are on. */
export async function catalogue(reader: Reader, { personId, locale }: { readonly personId: PersonId | null; readonly locale: Locale }): Promise<CatalogueCourse[]> {
  const [courses, enrolments] = await Promise.all([publishedCourses(reader), personId ? listEnrolments(reader, personId) : []]);
  return Promise.all(
    courses.map(async (newest) => {
      const enrolment = enrolments.find(({ courseId }) => courseId === newest.courseId) ?? null;
      const course = enrolment ? ((await courseVersion(reader, enrolment.courseVersionId)) ?? newest) : newest;
      return describe({ course, enrolment, locale });
    }),
  );
}

interface Described {
  readonly course: CourseVersion;
  readonly enrolment: Enrolment | null;
  readonly locale: Locale;
}

function describe({ course: { document }, enrolment, locale }: Described): CatalogueCourse {
  const lessons = lessonsInOrder(document);
  const { certificate } = document;
  return {
    code: document.code,
    title: document.title[locale],
    summary: document.summary[locale],
    modules: document.modules.length,
    lessons: lessons.length,
    minutes: lessons.reduce((sum, { lesson }) => sum + lesson.minutes, 0),
    certificate: certificate && { title: certificate.title[locale], validityMonths: certificate.validityMonths },
    progress: enrolment && progressIn({ document, enrolment, locale }),
  };
}

function progressIn({ document, enrolment, locale }: { readonly document: CourseVersion['document']; readonly enrolment: Enrolment; readonly locale: Locale }): CourseProgress {
  const { read, total, minutesLeft, next }: Progress = progressOf(document, new Set(enrolment.readings.map(({ lessonId }) => lessonId)));
  const lastAt = enrolment.readings.reduce((latest, { readAt }) => (readAt > latest ? readAt : latest), enrolment.enrolledAt);
  const pin = next && (next.lesson.versions[locale] ?? Object.values(next.lesson.versions).find(Boolean));
  return {
    read,
    total,
    minutesLeft,
    lastAt,
    next: next && { address: lessonAddress(document.code, next), title: pin?.title ?? next.lesson.slug },
    assessment: document.certificate?.assessment ?? document.assessments[0]?.code ?? null,
  };
}
