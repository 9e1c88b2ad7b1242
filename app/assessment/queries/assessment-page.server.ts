import { publishedAssessment } from '~/content/queries/published-assessment.server';
import type { PersonId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import type { Reader } from '~/platform/db.server';
import { decideStart } from '../core/attempt-rules';
import type { AssessmentPage } from '../core/attempt-view';
import { listSittings } from '../store/attempts.server';

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
