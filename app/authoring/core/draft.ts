import { z } from 'zod';
import type { RichTextJson } from '~/content/core/item';
import type { AdministrationId, DraftId, LessonVersionId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import { type Locale, locales } from '~/kernel/locale';
import { done, refused, type Result } from '~/kernel/result';
import type { Publication } from './publication-machine';

/** What a writer writes: everything a reader of the lesson will see. */
export interface LessonText {
  readonly title: string;
  readonly summary: string;
  readonly document: RichTextJson;
}

/** A lesson being written or changed, in one language, by the instructors of one administration. */
export interface Draft extends LessonText {
  readonly draftId: DraftId;
  readonly courseId: string;
  readonly lessonId: string;
  readonly moduleCode: string;
  readonly slug: string;
  readonly locale: Locale;
  readonly documentHash: string;
  readonly schemaVersion: number;
  readonly publication: Publication;
  /** Rises by one with every recorded event; a command names the revision that its person saw. */
  readonly revision: number;
  readonly administrationId: AdministrationId;
  readonly publishedVersionId: LessonVersionId | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

export const longestTitle = 160;
export const longestSummary = 400;
export const longestComment = 4000;
/** Bytes of a save as it arrives; the document inside is bounded once more by its own gate. */
export const longestSave = 600_000;

export const lessonTitle = z.string().trim().max(longestTitle);
export const lessonSummary = z.string().trim().max(longestSummary);
/** The last part of a lesson's address. */
export const lessonSlug = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
export const reviewComment = z.string().trim().max(longestComment);
export const draftLocale = z.enum(locales);

export type NotReadyRefusal = 'title-missing' | 'summary-missing' | 'document-empty';

/** Whether a text may go before a second person: a half-written one is saved, but not submitted. */
export function readyForReview({ title, summary, document }: LessonText): Result<null, NotReadyRefusal> {
  if (title.trim() === '') return refused('title-missing');
  if (summary.trim() === '') return refused('summary-missing');
  return hasWords(document) ? done(null) : refused('document-empty');
}

function hasWords(node: RichTextJson): boolean {
  return (node.text ?? '').trim() !== '' || (node.content ?? []).some(hasWords);
}

/** A slug from a title: accents dropped, everything else but letters and digits a hyphen. */
export function slugFrom(title: string): string {
  return title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
}
