import { bestVersion, type CourseDocument, type CourseModule } from '~/content/core/course-document';
import type { Locale } from '~/kernel/locale';
import { lessonAddress } from './progress';

/** A module in a table of contents. */
export interface ModuleOnPage {
  readonly code: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly lessons: readonly LessonOnPage[];
}

export interface LessonOnPage {
  readonly address: string;
  readonly title: string;
  readonly summary: string;
  /** The language of the words, when it is not the wished one. */
  readonly lang: Locale | null;
  readonly minutes: number;
  readonly read: boolean;
}

interface Shown {
  readonly courseCode: string;
  readonly locale: Locale;
  readonly readLessons: ReadonlySet<string>;
}

/** The table of contents of a course in a language, with what this person has read. */
export function contentsOf(document: CourseDocument, shown: Omit<Shown, 'courseCode'>): ModuleOnPage[] {
  return document.modules.map((module) => moduleOnPage(module, { ...shown, courseCode: document.code }));
}

export function moduleOnPage(module: CourseModule, { courseCode, locale, readLessons }: Shown): ModuleOnPage {
  const lessons = module.lessons.map((lesson): LessonOnPage => {
    const { locale: spoken, pin } = bestVersion(lesson, locale);
    const words = { title: pin.title, summary: pin.summary, lang: spoken === locale ? null : spoken };
    return { address: lessonAddress(courseCode, { module, lesson }), ...words, minutes: lesson.minutes, read: readLessons.has(lesson.id) };
  });
  const minutes = module.lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
  return { code: module.code, title: module.title[locale], summary: module.summary[locale], minutes, lessons };
}
