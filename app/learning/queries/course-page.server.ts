import { type CourseVersion, courseVersion, publishedCourse } from '~/content/queries/published-course.server';
import { contentsOf } from '~/learning/core/course-contents';
import type { CoursePage } from '~/learning/core/course-page';
import { lessonAddress, lessonsLeft, progressOf } from '~/learning/core/progress';
import { type Enrolment, findEnrolment } from '~/learning/store/enrolments.server';
import type { PersonId } from '~/kernel/ids';
import type { Locale } from '~/kernel/locale';
import type { Reader } from '~/platform/db.server';

interface CourseAsked {
  readonly code: string;
  readonly personId: PersonId | null;
  readonly locale: Locale;
}

export async function coursePage(reader: Reader, { code, personId, locale }: CourseAsked): Promise<CoursePage | null> {
  const newest = await publishedCourse(reader, code);
  if (!newest) return null;
  const enrolment = personId && (await findEnrolment(reader, { personId, courseId: newest.courseId }));
  const course = enrolment ? ((await courseVersion(reader, enrolment.courseVersionId)) ?? newest) : newest;
  return describe({ course, enrolment, locale, newerIsOut: course.id !== newest.id });
}

interface Described {
  readonly course: CourseVersion;
  readonly enrolment: Enrolment | null;
  readonly locale: Locale;
  readonly newerIsOut: boolean;
}

function describe({ course, enrolment, locale, newerIsOut }: Described): CoursePage {
  const { document, number, publishedAt } = course;
  const readLessons = new Set(enrolment?.readings.map(({ lessonId }) => lessonId));
  const { next, ...progress } = progressOf(document, readLessons);
  const first = lessonsLeft(document, new Set())[0];
  const goOn = next ?? first;
  const { certificate } = document;
  return {
    code: document.code,
    title: document.title[locale],
    summary: document.summary[locale],
    edition: { number, publishedAt, newerIsOut },
    modules: contentsOf(document, { locale, readLessons }),
    outcomes: document.outcomes.map(({ text }) => text[locale]),
    certificate: certificate && {
      title: certificate.title[locale],
      scope: certificate.scope[locale],
      limits: certificate.limits[locale],
      criteria: certificate.criteria[locale],
      validityMonths: certificate.validityMonths,
    },
    assessments: document.assessments.map(({ code, title }) => ({ code, title: title[locale] })),
    progress: enrolment ? progress : null,
    continueAt: goOn ? lessonAddress(document.code, goOn) : null,
  };
}
