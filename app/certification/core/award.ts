import type { AttemptOutcome } from '~/assessment/core/outcome';
import type { CertificateTerms } from '~/content/core/assessment-definition';
import { type Instant, monthsLater } from '~/kernel/instant';
import { reaches } from '~/kernel/points';
import { done, refused, type Result } from '~/kernel/result';

/** What a passed attempt earns: the terms it certifies and how long. Both dates are whole seconds, as the credential writes them. */
export interface Award {
  readonly terms: CertificateTerms;
  readonly validFrom: Instant;
  readonly validUntil: Instant;
}

export type AwardRefusal = 'attempt-not-passed' | 'grade-contradicts-pass-mark' | 'nothing-to-certify';

/**
 * Whether an attempt earns a certificate. The pass is worked out again from points and pass mark, whatever the row says: a row
 * that says otherwise is a contradiction that somebody has to explain, not an award.
 */
export function awardDecision(outcome: AttemptOutcome, now: Instant): Result<Award, AwardRefusal> {
  const reached = outcome.maxPoints > 0 && reaches(outcome.points, outcome.maxPoints, outcome.passMark);
  if (reached !== outcome.passed) return refused('grade-contradicts-pass-mark');
  if (!reached) return refused('attempt-not-passed');
  if (outcome.certificate === null) return refused('nothing-to-certify');
  const validFrom = wholeSecond(now);
  return done({ terms: outcome.certificate, validFrom, validUntil: monthsLater(validFrom, outcome.certificate.validityMonths) });
}

function wholeSecond(instant: Instant): Instant {
  return new Date(Math.floor(instant.getTime() / 1000) * 1000);
}
