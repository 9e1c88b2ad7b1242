import type { ItemType } from './item';
import type { PracticeVerdict } from './practice';

/** A stretch of a rendered lesson: HTML that the server made from a checked document, or the place of a practice question. */
export type ReadablePart = { readonly kind: 'html'; readonly html: string } | { readonly kind: 'practice'; readonly code: string };

/** A practice question as a page shows it. `answer` is there only for what was answered: without it no key is on the page. */
export interface ReadablePractice {
  readonly code: string;
  readonly number: number;
  readonly type: ItemType;
  /** HTML of the question's words. */
  readonly stem: string;
  readonly figure: ReadableFigure | null;
  readonly options: readonly { readonly id: string; readonly words: string }[];
  readonly answer: PracticeAnswer | null;
  /** The button was pressed with nothing chosen. */
  readonly chooseFirst: boolean;
}

export interface PracticeAnswer {
  readonly chosen: readonly string[];
  readonly verdict: PracticeVerdict;
  readonly why: readonly { readonly option: string; readonly right: boolean; readonly words: string }[];
}

export interface ReadableFigure {
  readonly address: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

export interface ReadableSource {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly publisher: string;
  readonly kind: 'treaty' | 'guidance' | 'law' | 'report' | 'press' | 'professional';
  readonly date: string;
  /** `2026-01` or `2026-01-15`: when a person last looked. */
  readonly checked: string;
  readonly url: string | null;
}

export interface ReadableTerm {
  readonly id: string;
  readonly term: string;
  readonly definition: string;
}
