import type { ReadablePart, ReadablePractice, ReadableSource, ReadableTerm } from '~/content/core/readable';
import type { Locale } from '~/kernel/locale';

/** A draft as its readers would see it. */
export interface DraftReading {
  readonly title: string;
  readonly summary: string;
  readonly locale: Locale;
  readonly parts: readonly ReadablePart[];
  readonly practice: readonly ReadablePractice[];
  readonly sources: readonly ReadableSource[];
  readonly terms: readonly ReadableTerm[];
}
