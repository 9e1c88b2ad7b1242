import type { AssessmentDefinition } from '~/content/core/assessment-definition';
import { assessmentVersion } from '~/content/queries/published-assessment.server';
import type { AssessmentVersionId } from '~/kernel/ids';
import type { Reader } from '~/platform/db.server';
import { RecentlyUsed } from '../store/recently-used.server';

const recent = new RecentlyUsed<AssessmentDefinition>(50);

/** The rules and words that an attempt began under. A version never changes, so each is read once per process. */
export async function frozenAssessment(reader: Reader, id: AssessmentVersionId): Promise<AssessmentDefinition> {
  const known = recent.get(id);
  if (known) return known;
  const found = await assessmentVersion(reader, id);
  if (!found) throw new Error(`There is no assessment version ${id}`);
  recent.set(id, found.definition);
  return found.definition;
}
