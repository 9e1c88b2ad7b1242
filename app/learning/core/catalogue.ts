import type { Instant } from '~/kernel/instant';

/** A course in a list. `progress` is there for those who are on it. */
export interface CatalogueCourse {
  readonly code: string;
  readonly title: string;
  readonly summary: string;
  readonly modules: number;
  readonly lessons: number;
  readonly minutes: number;
  readonly certificate: { readonly title: string; readonly validityMonths: number } | null;
  readonly progress: CourseProgress | null;
}

export interface CourseProgress {
  readonly read: number;
  readonly total: number;
  readonly minutesLeft: number;
  readonly lastAt: Instant;
  /** The lesson to go on with, or null when all are read. */
  readonly next: { readonly address: string; readonly title: string } | null;
  /** Where the course is examined. */
  readonly assessment: string | null;
}

/** The course that the person last read in and has not finished; else the one finished last. */
export function courseToContinue(courses: readonly CatalogueCourse[]): CatalogueCourse | null {
  const begun = courses.filter(({ progress }) => progress !== null);
  const latestFirst = [...begun].sort((a, b) => (b.progress?.lastAt.getTime() ?? 0) - (a.progress?.lastAt.getTime() ?? 0));
  return latestFirst.find(({ progress }) => progress?.next) ?? latestFirst[0] ?? null;
}
