import { submitAttempt } from '~/assessment/commands/submit-attempt.server';
import { issueCertificate } from '~/certification/commands/issue-certificate.server';
import type { Certificate } from '~/certification/core/certificate';
import { getCertificate } from '~/certification/store/certificates.server';
import type { CertificateTerms } from '~/content/core/assessment-definition';
import { createLog, logExists } from '~/ledger/commands/create-log.server';
import { sequenceOnce } from '~/ledger/commands/sequence.server';
import type { AttemptId } from '~/kernel/ids';
import { db } from '~/platform/db.server';
import { type APerson, aPerson } from './a-person';
import { type AnAdministration, anAdministration } from './an-administration';
import { type AnAssessment, anAssessment } from './an-assessment';
import { anAttempt, answerAll, minute } from './an-attempt';
import { plasticWasteTerms } from './an-outcome';

export interface AStory {
  readonly administration: AnAdministration;
  readonly assessment: AnAssessment;
  readonly trainee: APerson;
  readonly attemptId: AttemptId;
}

interface Wanted {
  readonly administration?: AnAdministration;
  readonly assessment?: AnAssessment;
  readonly trainee?: APerson;
  /** How many of the six questions are answered rightly: five pass, four do not. */
  readonly right?: number;
  readonly startedAt?: Date;
  readonly certificate?: CertificateTerms | null;
}

/** An attempt of a trainee that was answered, submitted and marked; it passed unless told otherwise. */
export async function aMarkedAttempt({ right = 5, startedAt = minute(0), certificate = plasticWasteTerms, ...given }: Wanted = {}): Promise<AStory> {
  const administration = given.administration ?? (await anAdministration());
  const assessment = given.assessment ?? (await anAssessment({ definition: { certificate, attempts: { limit: 9, cooldownHours: 0 } } }));
  const trainee = given.trainee ?? (await aPerson({ administrationId: administration.id, postId: administration.borderPostId, serviceNumber: `AU-${Math.random().toString(36).slice(2, 8).toUpperCase()}` }));
  const attempt = await anAttempt({ assessment, actor: trainee.actor, startedAt });
  await answerAll({ attempt, assessment }, { right, at: new Date(startedAt.getTime() + 5 * 60_000) });
  const submitted = await submitAttempt({ attemptId: attempt.attemptId }, { actor: trainee.actor, now: new Date(startedAt.getTime() + 40 * 60_000) });
  if (!submitted.ok) throw new Error(submitted.refusal);
  return { administration, assessment, trainee, attemptId: attempt.attemptId };
}

/** The instant at which the certificates of these stories are issued: a minute after the attempt ended. */
export const issuedAt = minute(41);

/** A certificate that has just been issued and waits for its place in the log. */
export async function aCertificate(wanted: Wanted = {}): Promise<AStory & { readonly certificate: Certificate }> {
  const story = await aMarkedAttempt(wanted);
  const now = new Date((wanted.startedAt ?? minute(0)).getTime() + 41 * 60_000);
  const issued = await issueCertificate({ attemptId: story.attemptId }, { now });
  if (!issued.ok) throw new Error(issued.refusal);
  return { ...story, certificate: await getCertificate(db, issued.value.certificateId) };
}

/** Gives everything that waits its place in the log, and makes the log first where there is none. */
export async function theLogCatchesUp(now: Date = minute(45)): Promise<void> {
  if (!(await logExists())) await createLog(now);
  const sequenced = await sequenceOnce(now);
  if (!sequenced.ok) throw new Error(sequenced.refusal);
}
