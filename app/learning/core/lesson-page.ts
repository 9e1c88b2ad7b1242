import type { ReadablePart, ReadablePractice, ReadableSource, ReadableTerm } from '~/content/core/readable';
import type { Locale } from '~/kernel/locale';
import type { LessonOnPage } from './course-contents';

/** What the page of a lesson shows. */
export interface LessonPage {
  readonly address: string;
  readonly title: string;
  readonly summary: string;
  /** The language of the lesson; `missing` when it is not the wished one. */
  readonly spoken: Locale;
  readonly missing: boolean;
  readonly minutes: number;
  readonly nationalLaw: boolean;
  readonly contentWarning: 'casualties' | 'attack' | null;
  readonly parts: readonly ReadablePart[];
  readonly practice: readonly ReadablePractice[];
  readonly sources: readonly ReadableSource[];
  readonly terms: readonly ReadableTerm[];
  readonly course: { readonly code: string; readonly title: string };
  readonly module: { readonly code: string; readonly title: string; readonly lessons: readonly LessonOnPage[] };
  readonly position: number;
  readonly total: number;
  readonly previous: LessonLink | null;
  readonly next: LessonLink | null;
  readonly read: boolean;
  /** What is on the page, for the form that marks it as read. */
  readonly courseVersionId: string;
  readonly lessonVersionId: string;
}

export interface LessonLink {
  readonly address: string;
  readonly title: string;
  readonly lang: Locale | null;
}
