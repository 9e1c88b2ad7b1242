import type { DocumentSet } from '~/content/rich-text/document-sets';
import type { Locale, Localized } from '~/kernel/locale';

/** What a text may point to while it is compiled. */
export interface KnownToText {
  readonly sources: ReadonlySet<string>;
  readonly terms: ReadonlySet<string>;
  readonly practiceItems: ReadonlySet<string>;
  /** Alternative texts by code of the figure. */
  readonly media: ReadonlyMap<string, Localized>;
}

/** What the compiler of one text carries along. */
export interface CompileState {
  readonly set: DocumentSet;
  readonly locale: Locale;
  readonly known: KnownToText;
  readonly fault: (line: number, message: string) => void;
}

export const nothingKnown: KnownToText = { sources: new Set(), terms: new Set(), practiceItems: new Set(), media: new Map() };
