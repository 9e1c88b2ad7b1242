import type { Instant } from '~/kernel/instant';
import type { Locale, Localized } from '~/kernel/locale';
import type { DraftLine } from './draft-line';

/** A lesson in one language, as the studio's table shows it. */
export interface LessonLayer {
  readonly locale: Locale;
  readonly version: { readonly number: number; readonly publishedAt: Instant } | null;
  /** The source text was published after this translation was. */
  readonly isStale: boolean;
  readonly drafts: readonly DraftLine[];
}

export interface StudioLesson {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly layers: readonly LessonLayer[];
}

export interface StudioCourse {
  readonly code: string;
  readonly title: Localized;
  readonly number: number;
  readonly publishedAt: Instant;
  readonly modules: readonly { readonly code: string; readonly title: Localized; readonly lessons: readonly StudioLesson[] }[];
  /** Drafts of lessons that the course does not have yet. */
  readonly newLessons: readonly DraftLine[];
}
