import { publishedAssessment } from '~/content/queries/published-assessment.server';
import type { AssessmentDefinition } from '~/content/core/assessment-definition';
import type { AttemptId, PersonId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import type { Reader } from '~/platform/db.server';
import type { AttemptState } from '../core/attempt';
import { decideStart, type StartDecision } from '../core/attempt-rules';
import { listSittings } from '../store/attempts.server';

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

/** The rules of an assessment and how they apply to this person now; null when there is no such assessment. */
export async function assessmentPage(
  reader: Reader,
  { assessment, personId, now }: { readonly assessment: string; readonly personId: PersonId; readonly now: Instant },
): Promise<AssessmentPage | null> {
  const published = await publishedAssessment(reader, assessment);
  if (!published) return null;
  const { definition, assessmentId } = published;
  const sittings = await listSittings(reader, { personId, assessmentId });
  const questions = definition.blueprint.reduce((total, line) => total + line.items, 0);
  return { definition, questions, sittings: [...sittings].reverse(), start: decideStart({ rules: definition, earlier: sittings, now }) };
}
