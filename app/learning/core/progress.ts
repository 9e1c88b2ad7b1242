import { type CourseDocument, lessonsInOrder, type PlacedLesson } from '~/content/core/course-document';

/** The parts of a lesson's address. */
export interface LessonAddress {
  readonly course: string;
  readonly module: string;
  readonly lesson: string;
}

/** How far a person is in the edition that they are on. */
export interface Progress {
  readonly read: number;
  readonly total: number;
  /** Minutes of reading that are left. */
  readonly minutesLeft: number;
  /** The first lesson that is not read yet, in order; null when all are. */
  readonly next: PlacedLesson | null;
}

export function progressOf(document: CourseDocument, readLessons: ReadonlySet<string>): Progress {
  const total = lessonsInOrder(document).length;
  const unread = lessonsLeft(document, readLessons);
  return {
    read: total - unread.length,
    total,
    minutesLeft: unread.reduce((sum, { lesson }) => sum + lesson.minutes, 0),
    next: unread[0] ?? null,
  };
}

/** What is not read yet, in order. */
export function lessonsLeft(document: CourseDocument, readLessons: ReadonlySet<string>): PlacedLesson[] {
  return lessonsInOrder(document).filter(({ lesson }) => !readLessons.has(lesson.id));
}

export interface Neighbours {
  /** Counted from 1. */
  readonly position: number;
  readonly total: number;
  readonly previous: PlacedLesson | null;
  readonly next: PlacedLesson | null;
}

/** What stands before and after a lesson, across modules. */
export function neighboursOf(document: CourseDocument, lessonId: string): Neighbours {
  const lessons = lessonsInOrder(document);
  const index = lessons.findIndex(({ lesson }) => lesson.id === lessonId);
  return { position: index + 1, total: lessons.length, previous: lessons[index - 1] ?? null, next: lessons[index + 1] ?? null };
}

/** Where a lesson is read. */
export function lessonAddress(courseCode: string, { module, lesson }: { readonly module: { readonly code: string }; readonly lesson: { readonly slug: string } }): string {
  return `/courses/${courseCode}/${module.code}/${lesson.slug}`;
}
