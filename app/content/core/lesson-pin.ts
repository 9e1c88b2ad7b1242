import type { CheckedDocument } from '~/content/rich-text/check-document';
import type { LessonVersionId } from '~/kernel/ids';
import type { LessonPin } from './course-document';
import { contentHash } from './digest';

interface LessonText {
  readonly title: string;
  readonly summary: string;
  readonly document: CheckedDocument;
}

/** How an edition of a course points to a lesson version. */
export function pinOf(versionId: LessonVersionId, { title, summary, document }: LessonText): LessonPin {
  const { sources, terms, practiceItems } = document.mentions;
  return { versionId, title, summary, documentHash: document.documentHash, sources: [...sources], terms: [...terms], practiceItems: [...practiceItems] };
}

/** The hash of everything that a reader sees of a lesson version. */
export function lessonContentHash({ title, summary, documentHash }: { readonly title: string; readonly summary: string; readonly documentHash: string }): string {
  return contentHash({ title, summary, documentHash });
}
