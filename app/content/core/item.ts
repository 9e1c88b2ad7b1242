import type { Localized } from '~/kernel/locale';
import type { Points } from '~/kernel/points';

/** How a question is asked. Each type has its response, its key and its marking rule. */
export const itemTypes = ['single-choice', 'multiple-choice', 'true-false'] as const;
export type ItemType = (typeof itemTypes)[number];

export const itemLevels = ['recall', 'apply', 'judge'] as const;
export type ItemLevel = (typeof itemLevels)[number];

/** `exam` items are never practised, `practice` items never examined. */
export type ItemUse = 'exam' | 'practice';

/** The option ids of a true/false item. Their words are the interface's. */
export const trueFalseOptions = ['true', 'false'] as const;

/** What a trainee may see of an item: no key, no feedback, no weight can be expressed in it. */
export interface ItemBody {
  readonly type: ItemType;
  /** Option ids as written by the author, in the author's order. An attempt shows its own random ids instead. */
  readonly options: readonly string[];
  /** Code of a figure shown with the question, or null. */
  readonly media: string | null;
  /** That figure as it was when the question was published, by the hash of its bytes: what was shown cannot change later. */
  readonly figure?: Localized<ItemFigure> | null;
  readonly text: Localized<ItemText>;
}

/** A figure frozen into a question: served at `/media/<hash>`. */
export interface ItemFigure {
  readonly hash: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly longDescription: string | null;
}

export interface ItemText {
  /** A rich-text document of the `stem` set (paragraphs, lists, bold, italic). */
  readonly stem: RichTextJson;
  /** Words by option id; empty for true/false. */
  readonly options: Readonly<Record<string, string>>;
}

/** A stored rich-text document: what ProseMirror's `toJSON` gives. */
export interface RichTextJson {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly RichTextJson[];
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[];
  readonly text?: string;
}

/** Whether a value read from the database is a document; its inside was judged by the gate before it was stored. */
export function isRichText(value: unknown): value is RichTextJson {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'doc';
}

/** The answer key: another type and another table than the text. Never part of what a trainee's loader selects. */
export interface ItemKey {
  readonly type: ItemType;
  /** The right option ids: exactly one, but for multiple choice. */
  readonly correct: readonly string[];
}

/** Why each option is right or wrong, by option id. Shown in practice, and in an exam only when nothing is at stake any more. */
export type ItemFeedback = Localized<Readonly<Record<string, string>>>;

/** What a trainee chose: option ids, at most one but for multiple choice; empty means not answered. */
export interface ItemResponse {
  readonly chosen: readonly string[];
}

/** An author's example: this response must earn these points, and why. */
export interface ItemCase {
  readonly response: readonly string[];
  readonly points: Points;
  readonly why: string;
}
