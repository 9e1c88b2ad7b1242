import type { AssessmentDefinition } from '~/content/core/assessment-definition';
import type { ItemFigure, ItemType } from '~/content/core/item';
import type { AttemptId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import type { Locale } from '~/kernel/locale';
import type { Fraction } from '~/kernel/points';
import type { AttemptState } from './attempt';
import type { StartDecision } from './attempt-rules';
import type { OutcomeScore } from './grade';

/** A question as one trainee sees it, under the ids of the attempt. There is no room in it for a key, a weight or feedback. */
export interface ShownItem {
  readonly id: string;
  readonly type: ItemType;
  readonly chooses: 'one' | 'any-number';
  /** Rendered from a document that passed the gate. */
  readonly stemHtml: string;
  /** `text` is null for true/false, whose words are the interface's: then `statement` says which of the two it is. */
  readonly options: readonly { readonly id: string; readonly text: string | null; readonly statement: 'true' | 'false' | null }[];
  readonly figure: ItemFigure | null;
}

/** How one question stands, without its words. */
export interface QuestionStanding {
  readonly position: number;
  readonly answered: boolean;
  readonly flagged: boolean;
}

/** A question with what was last saved for it. */
export interface ShownQuestion extends QuestionStanding {
  readonly item: ShownItem;
  /** Option ids of this attempt. */
  readonly chosen: readonly string[];
  readonly savedAt: Instant | null;
  /** A fresh id for the answer that this form sends. */
  readonly answerId: string;
}

export interface AttemptPage {
  readonly attemptId: AttemptId;
  readonly title: string;
  readonly assessmentCode: string;
  readonly attemptNumber: number;
  readonly state: AttemptState;
  /** Time is up, though nobody has settled the clock yet. */
  readonly due: boolean;
  readonly now: Instant;
  readonly deadlineAt: Instant;
  readonly standings: readonly QuestionStanding[];
  /** The one question that was asked for, or all, or none. */
  readonly questions: readonly ShownQuestion[];
  /** Above every number that was used in this attempt. */
  readonly nextNumber: number;
}

export interface OwnSitting {
  readonly attemptId: AttemptId;
  readonly number: number;
  readonly state: AttemptState;
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
  readonly passed: boolean;
  readonly score: { readonly points: number; readonly maxPoints: number } | null;
}

export interface AssessmentPage {
  readonly definition: AssessmentDefinition;
  readonly questions: number;
  /** The reader's own sittings, newest first. */
  readonly sittings: readonly OwnSitting[];
  /** Whether the reader may sit now; if not, why, and from when on. */
  readonly start: StartDecision;
}

export interface LessonToRead {
  readonly address: string;
  readonly title: string;
  /** The language of the title, which may not be the reader's. */
  readonly locale: Locale;
}

export interface OutcomeResult extends OutcomeScore {
  readonly text: string;
  /** Whether the share of points here is at least the pass mark. */
  readonly reached: boolean;
  /** What to read again; empty where the outcome was reached. */
  readonly lessons: readonly LessonToRead[];
}

export interface ReleasedScore {
  readonly points: number;
  readonly maxPoints: number;
  readonly passed: boolean;
  readonly passMark: Fraction;
  readonly outcomes: readonly OutcomeResult[];
}

export interface AttemptResult {
  readonly attemptId: AttemptId;
  readonly number: number;
  readonly state: AttemptState;
  readonly title: string;
  readonly assessmentCode: string;
  readonly courseCode: string;
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
  /** It ended because its time was up. */
  readonly atDeadline: boolean;
  /** Null while nothing is released, and for a voided attempt. */
  readonly score: ReleasedScore | null;
  readonly voidReason: string | null;
  /** Whether passing earns a certificate. */
  readonly certifies: boolean;
  /** Whether the trainee may sit again, and from when on. */
  readonly next: StartDecision;
}

export interface RefusedAnswer {
  readonly attemptId: AttemptId;
  /** The refusal in words. */
  readonly words: string;
  /** The attempt with the one question that was answered; null when it is over, without a question when that is unknown. */
  readonly page: AttemptPage | null;
  /** What was sent, whether the question has such options or not. */
  readonly chosen: readonly string[];
}
