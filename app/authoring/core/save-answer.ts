import { z } from 'zod';
import type { LessonText } from './draft';
import { storedDocument } from './publication-record';

/** A save as the editor sends it: the words, and the revision they were written on. */
export interface SaveRequest extends LessonText {
  readonly revision: number;
}

/** The newer text that stood in the way of a save. */
export const newerText = z.object({
  revision: z.int(),
  title: z.string(),
  summary: z.string(),
  document: storedDocument,
  /** Name of who wrote last. */
  by: z.string(),
  at: z.string(),
});
export type NewerText = z.infer<typeof newerText>;

/** `document` is what was stored, when the gate wrote it otherwise than it came: with an id on every heading. */
export const savedAnswer = z.object({ revision: z.int(), savedAt: z.string(), document: storedDocument.nullable() });
export type SavedAnswer = z.infer<typeof savedAnswer>;

/** 409: what was sent and what stands now, side by side, so that nothing is lost. */
export const conflictAnswer = z.object({
  refusal: z.literal('draft-out-of-date'),
  yours: z.object({ title: z.string(), summary: z.string(), document: storedDocument }),
  theirs: newerText,
});

/** Any other refusal: its name, and its words in the person's language. */
export const refusedAnswer = z.object({ refusal: z.string(), title: z.string() });

/** What became of a save, as the editor sees it. */
export type SaveOutcome =
  | { readonly kind: 'saved'; readonly answer: SavedAnswer }
  | { readonly kind: 'conflict'; readonly theirs: NewerText }
  | { readonly kind: 'refused'; readonly refusal: string; readonly title: string }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'unreachable' };
