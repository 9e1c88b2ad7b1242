import type { DraftId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import type { Locale, Localized } from '~/kernel/locale';
import type { PublicationState } from './publication-machine';

/** A draft as a list shows it. */
export interface DraftLine {
  readonly draftId: DraftId;
  readonly title: string;
  readonly locale: Locale;
  readonly state: PublicationState;
  readonly courseTitle: Localized | null;
  readonly writers: readonly string[];
  readonly updatedAt: Instant;
}
