import type { Locale } from '~/kernel/locale';

/** One event of an attempt's record with its hash computed again. */
export interface EventShown {
  readonly sequence: number;
  readonly type: string;
  readonly actor: string;
  readonly at: Date;
  readonly hash: string;
  readonly recomputedHash: string;
  readonly fault: string | null;
  readonly payload: string;
}

/** A question as the trainee saw it, with the answer, the key and the marks. */
export interface ItemShown {
  readonly position: number;
  readonly code: string;
  readonly version: number;
  readonly versionId: string;
  readonly hash: string;
  readonly outcome: string;
  readonly stemHtml: string;
  /** In the order in which they stood. `text` is null for true/false. */
  readonly options: readonly { readonly id: string; readonly text: string | null; readonly chosen: boolean; readonly right: boolean }[];
  readonly answered: boolean;
  readonly points: number | null;
  readonly maxPoints: number;
}

export interface GradeShown {
  readonly gradeId: string;
  readonly number: number;
  readonly points: number;
  readonly maxPoints: number;
  readonly passed: boolean;
  readonly gradedAt: Date;
  readonly graderVersion: number;
}

/** An attempt as an auditor sees it. */
export interface EvidenceShown {
  readonly attemptId: string;
  readonly personId: string;
  readonly holder: string;
  readonly number: number;
  readonly state: string;
  readonly locale: Locale;
  readonly assessment: string;
  readonly assessmentVersionId: string;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly passMark: string;
  readonly minutes: number;
  readonly events: readonly EventShown[];
  readonly items: readonly ItemShown[];
  readonly grades: readonly GradeShown[];
}
