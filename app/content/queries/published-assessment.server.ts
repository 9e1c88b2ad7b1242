import { type AssessmentVersion, findAssessmentVersion, findNewestAssessment } from '~/content/store/assessments.server';
import type { AssessmentVersionId } from '~/kernel/ids';
import type { Reader } from '~/platform/db.server';

export type { AssessmentVersion };

/** The newest edition of an assessment, by the code of its address. */
export async function publishedAssessment(reader: Reader, code: string): Promise<AssessmentVersion | null> {
  return /^[a-z0-9-]{1,80}$/.test(code) ? findNewestAssessment(reader, { code }) : null;
}

/** One edition of an assessment, whichever is the newest: an attempt is judged by the one that it began with. */
export function assessmentVersion(reader: Reader, id: AssessmentVersionId): Promise<AssessmentVersion | null> {
  return findAssessmentVersion(reader, id);
}
