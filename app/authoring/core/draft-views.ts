import type { DraftId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import type { Locale, Localized } from '~/kernel/locale';
import type { LessonText } from './draft';
import type { LessonDifference } from './lesson-difference';
import type { Possibilities } from './publication';
import type { PublicationState } from './publication-machine';
import type { RecordedType } from './publication-record';
import type { Shelf } from './shelf';

/** What every page of a draft shows around its text. */
export interface DraftHead {
  readonly draftId: DraftId;
  readonly course: { readonly code: string; readonly title: Localized };
  readonly moduleTitle: Localized | null;
  readonly title: string;
  readonly locale: Locale;
  readonly state: PublicationState;
  readonly revision: number;
  readonly documentHash: string;
  readonly writers: readonly string[];
  readonly may: Possibilities;
}

export interface DraftPage extends DraftHead {
  readonly text: LessonText;
  readonly shelf: Shelf;
  readonly others: readonly { readonly draftId: DraftId; readonly title: string }[];
}

export interface ReviewStepLine {
  readonly sequence: number;
  readonly type: RecordedType;
  readonly by: string;
  readonly at: Instant;
  readonly comment: string;
  /** The draft that this one began as a copy of. */
  readonly copiedFrom: DraftId | null;
  readonly documentHash: string;
}

/** What the draft is compared with. */
export type Against =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'published'; readonly number: number; readonly publishedAt: Instant }
  | { readonly kind: 'step'; readonly sequence: number };

export interface ReviewPage extends DraftHead {
  readonly summary: string;
  readonly against: Against;
  readonly difference: LessonDifference;
  readonly history: readonly ReviewStepLine[];
  /** The lesson was published by another draft after this one was begun. */
  readonly movedOn: boolean;
  readonly isWriter: boolean;
  readonly approvedBy: string | null;
  /** Readers see this draft's version now, and there is one before it to give them back. */
  readonly mayTakeBackPublished: boolean;
}
