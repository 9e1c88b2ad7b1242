import type { Locale } from '~/kernel/locale';
import { done, refused, type Result } from '~/kernel/result';
import type { CourseDocument, CourseLesson, LessonPin } from './course-document';

interface LessonToPlace {
  readonly lessonId: string;
  readonly moduleCode: string;
  readonly slug: string;
  readonly locale: Locale;
  readonly pin: LessonPin;
  /** How many words the lesson has, for its reading time. */
  readonly words: number;
}

interface Placed {
  readonly document: CourseDocument;
  readonly moduleCode: string;
  readonly lesson: CourseLesson;
}

/** Words that a person reads in a minute when the text is new and about law. */
const wordsPerMinute = 160;

/**
 * The edition with this lesson version in it. A lesson that is there keeps its place, address and everything that its course says
 * of it; a new one comes to the end of its module.
 */
export function placeLesson(course: CourseDocument, { lessonId, moduleCode, slug, locale, pin, words }: LessonToPlace): Result<Placed, 'module-unknown' | 'lesson-address-taken'> {
  const home = course.modules.find(({ lessons }) => lessons.some(({ id }) => id === lessonId));
  const module = home ?? course.modules.find(({ code }) => code === moduleCode);
  if (!module) return refused('module-unknown');
  const existing = module.lessons.find(({ id }) => id === lessonId);
  if (!existing && module.lessons.some((other) => other.slug === slug)) return refused('lesson-address-taken');
  const lesson: CourseLesson = existing
    ? { ...existing, versions: { ...existing.versions, [locale]: pin } }
    : { id: lessonId, slug, origin: 'studio', outcome: null, minutes: Math.max(1, Math.round(words / wordsPerMinute)), sources: [], nationalLaw: false, contentWarning: null, versions: { [locale]: pin } };
  const lessons = existing ? module.lessons.map((other) => (other.id === lessonId ? lesson : other)) : [...module.lessons, lesson];
  const modules = course.modules.map((other) => (other.id === module.id ? { ...module, lessons } : other));
  return done({ document: { ...course, modules }, moduleCode: module.code, lesson });
}
