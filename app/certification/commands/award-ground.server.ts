import type { AttemptOutcome } from '~/assessment/core/outcome';
import { attemptEvidence } from '~/assessment/queries/attempt-evidence.server';
import { attemptOutcome } from '~/assessment/queries/attempt-outcome.server';
import { assessmentVersion } from '~/content/queries/published-assessment.server';
import { type CertificateHolder, certificateHolder } from '~/identity/queries/certificate-holder.server';
import type { AttemptId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import { done, refused, type Result } from '~/kernel/result';
import type { Tx } from '~/platform/db.server';
import { type Award, awardDecision, type AwardRefusal } from '../core/award';
import { digestOfEvidence } from '../core/evidence-pack';
import { readSealedEvidence } from '../store/sealed-rows.server';

/** Everything that a certificate is made from, decided and checked. */
export interface AwardGround {
  readonly outcome: AttemptOutcome;
  readonly award: Award;
  readonly holder: CertificateHolder;
  /** Number of the assessment's published version. */
  readonly edition: number;
  readonly packDigest: string;
}

export type GroundRefusal = AwardRefusal | 'attempt-without-outcome' | 'evidence-does-not-hold' | 'holder-unknown';

/**
 * Decides about an award from the frozen attempt alone: the pass is worked out again, the chain of events is recomputed and replayed,
 * and the answers are marked again. Nothing that asks for a certificate is believed.
 */
export async function awardGround(tx: Tx, attemptId: AttemptId, now: Instant): Promise<Result<AwardGround, GroundRefusal>> {
  const outcome = await attemptOutcome(tx, attemptId);
  if (!outcome) return refused('attempt-without-outcome');
  const award = awardDecision(outcome, now);
  if (!award.ok) return award;
  const evidence = await attemptEvidence(tx, attemptId);
  if (!evidence || !Object.values(evidence.checks).every(Boolean)) return refused('evidence-does-not-hold');
  const sealed = await readSealedEvidence(tx, { attemptId, gradeId: outcome.gradeId });
  const version = await assessmentVersion(tx, outcome.assessmentVersionId);
  if (!sealed || !version) return refused('evidence-does-not-hold');
  const holder = await certificateHolder(tx, outcome.personId);
  if (holder?.administration.id !== outcome.administrationId) return refused('holder-unknown');
  return done({ outcome, award: award.value, holder, edition: version.number, packDigest: digestOfEvidence(sealed) });
}
