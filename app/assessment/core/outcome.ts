import type { CertificateTerms } from '~/content/core/assessment-definition';
import type { AdministrationId, AssessmentVersionId, AttemptId, GradeId, PersonId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import type { Locale } from '~/kernel/locale';
import type { Fraction, Points } from '~/kernel/points';

/**
 * What a graded attempt tells certification: everything an award is decided on, and nothing else. Certification reads only
 * this of assessment.
 */
export interface AttemptOutcome {
  readonly attemptId: AttemptId;
  readonly attemptNumber: number;
  readonly personId: PersonId;
  readonly administrationId: AdministrationId;
  readonly courseId: string;
  readonly courseCode: string;
  readonly assessmentId: string;
  readonly assessmentCode: string;
  readonly assessmentVersionId: AssessmentVersionId;
  readonly locale: Locale;
  readonly startedAt: Instant;
  readonly finishedAt: Instant;
  readonly gradeId: GradeId;
  readonly points: Points;
  readonly maxPoints: Points;
  readonly passMark: Fraction;
  readonly passed: boolean;
  /** Last hash of the attempt's event chain when it was graded, hex. */
  readonly chainHead: string;
  readonly certificate: CertificateTerms | null;
}
