import { systemActor } from '~/kernel/actor';
import type { AttemptId, CertificateId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import { done, type Result } from '~/kernel/result';
import { appendToLedger, newLedgerSalts } from '~/ledger/commands/append-to-ledger.server';
import { evidenceCommitment } from '~/ledger/core/ledger-event';
import { type Tx, withTransaction } from '~/platform/db.server';
import { addJob } from '~/platform/jobs.server';
import { newId, random } from '~/platform/random.server';
import type { Certificate } from '../core/certificate';
import { certificateMachineVersion } from '../core/certificate-machine';
import { type CertificateNumber, mintCertificateNumber } from '../core/certificate-number';
import { issuedRecord } from '../core/log-reference';
import { listOfIndex } from '../core/status-lists';
import { messages } from '../messages';
import { findCertificateByAttempt, insertCertificate, insertCertificateEvent, lockAward, lockStandingCertificates } from '../store/certificates.server';
import { findEdition, pickStatusIndex } from '../store/status-lists.server';
import { type AwardGround, awardGround, type GroundRefusal } from './award-ground.server';
import { recordDecision } from './record-decision.server';
import { signCertificate } from './sign-certificate.server';

export type IssueRefusal = GroundRefusal;

export interface Issued {
  readonly certificateId: CertificateId;
  readonly number: CertificateNumber;
  /** False when this attempt had its certificate already. */
  readonly fresh: boolean;
}

/**
 * Issues the certificate of a passed attempt, once: a repeat finds the first one's. Certificate, record, ledger entry and follow-up
 * jobs are one transaction. It counts from here on, and is handed out once its entry is in a signed checkpoint.
 */
export async function issueCertificate(request: { readonly attemptId: AttemptId }, { now }: { readonly now: Instant }): Promise<Result<Issued, IssueRefusal>> {
  const { attemptId } = request;
  return withTransaction('issue-certificate', async (tx) => {
    await lockAward(tx, attemptId);
    const existing = await findCertificateByAttempt(tx, attemptId);
    if (existing) return done({ certificateId: existing.id, number: existing.number, fresh: false });
    const ground = await awardGround(tx, attemptId, now);
    if (!ground.ok) return ground;
    const certificate = await makeCertificate(tx, ground.value, now);
    await supersedeEarlier(tx, certificate, { ground: ground.value, now });
    await insertCertificate(tx, { ...certificate, machineVersion: certificateMachineVersion });
    const { ledgerEntryId } = certificate;
    await insertCertificateEvent(tx, certificate.id, { sequence: 1, type: 'issued', actorId: systemActor.id, reason: '', replacedBy: null, at: now, ledgerEntryId });
    await addFollowUps(tx, certificate);
    return done({ certificateId: certificate.id, number: certificate.number, fresh: true });
  });
}

/** Draws number and place, signs, and tells the ledger. */
async function makeCertificate(tx: Tx, ground: AwardGround, now: Instant): Promise<Certificate> {
  const { outcome, award } = ground;
  const { attemptId, personId, administrationId, courseId, assessmentVersionId, gradeId, locale, chainHead } = outcome;
  const id = newId('certificate');
  const number = mintCertificateNumber(random(14));
  const statusIndex = await pickStatusIndex(tx, random(48));
  const evidence = { certificateId: id, number, attemptId, gradeId, chainHead, assessmentVersionId, administrationId, packDigest: ground.packDigest };
  const circumstances = { actor: systemActor, subjectId: id, recordedAt: now, evidence };
  const salts = newLedgerSalts();
  const credential = await signCertificate(tx, { ground, number, statusIndex, salts, evidence: evidenceCommitment(circumstances, salts.evidence) }, now);
  const record = issuedRecord(credential);
  const ledgerEntryId = await appendToLedger(tx, { type: 'certificate-issued', record, ...circumstances }, salts);
  const { validFrom, validUntil } = award;
  const dates = { issuedAt: validFrom, validFrom, validUntil };
  const earnedBy = { attemptId, personId, administrationId, courseId, assessmentVersionId, gradeId, locale };
  return { id, number, ...earnedBy, ...dates, state: 'issued', revision: 1, statusIndex, credential, credentialDigest: record.credentialDigest, ledgerEntryId };
}

/** A renewal takes the place of the earlier certificate of the same assessment. A suspended one stays for its coordinator to decide. */
async function supersedeEarlier(tx: Tx, certificate: Certificate, { ground, now }: { readonly ground: AwardGround; readonly now: Instant }): Promise<void> {
  const { personId, assessmentId, locale } = ground.outcome;
  const reason = messages.translator(locale)('decision.renewed');
  for (const earlier of await lockStandingCertificates(tx, { personId, assessmentId })) {
    const taken = { certificate: earlier, decision: 'supersede' as const, reason, replacedBy: certificate.number };
    const outcome = await recordDecision(tx, taken, { actor: systemActor, now });
    if (!outcome.ok) throw new Error(`Certificate ${earlier.number} stands and could not be superseded: ${outcome.refusal}`);
  }
}

async function addFollowUps(tx: Tx, { id, statusIndex }: Certificate): Promise<void> {
  await addJob(tx, 'render-document', { certificateId: id }, { key: `render ${id}` });
  const first = await findEdition(tx, listOfIndex(statusIndex, 'revocation').name);
  if (!first) await addJob(tx, 'publish-status-lists', {}, { key: 'publish-status-lists' });
}
