import { describe, expect, test } from 'vitest';
import { certificateContexts } from '~/certification/core/credential-contexts';
import { db } from '~/platform/db.server';
import { aCertificate, aMarkedAttempt, issuedAt } from '../../../tests/support/a-certificate';
import { aPerson } from '../../../tests/support/a-person';
import { anAdministration } from '../../../tests/support/an-administration';
import { anAssessment } from '../../../tests/support/an-assessment';
import { minute } from '../../../tests/support/an-attempt';
import { useDatabase } from '../../../tests/support/database';
import { plasticWasteTerms } from '../../../tests/support/an-outcome';
import { tamper } from '../../../tests/support/tamper';
import { certifiedFacts } from '../core/certified-facts';
import { digestOfCredential } from '../core/credential-digest';
import { digestOfEvidence } from '../core/evidence-pack';
import { sha256Multibase } from '../core/multihash';
import { findCertificateByAttempt, listCertificateEvents } from '../store/certificates.server';
import { readSealedEvidence } from '../store/sealed-rows.server';
import { issueCertificate } from './issue-certificate.server';

const { sql } = useDatabase();

const count = async (table: string) => Number((await sql(`SELECT count(*) AS n FROM "${table}"`))[0]!['n']);
const jobs = async () => (await sql(`SELECT task_identifier AS name FROM graphile_worker.jobs ORDER BY 1`)).map(({ name }) => name);

describe('issuing a certificate', () => {
  test('freezes a signed credential, its record, its ledger entry and what follows, together', async () => {
    const { certificate, trainee, administration, attemptId } = await aCertificate();
    expect(certificate).toMatchObject({ attemptId, personId: trainee.id, administrationId: administration.id, state: 'issued', revision: 1 });
    expect(certificate.credential['@context']).toEqual([...certificateContexts]);
    expect(certificate.credentialDigest).toBe(digestOfCredential(certificate.credential));
    expect(certifiedFacts(certificate.credential)).toMatchObject({
      number: certificate.number,
      holder: trainee.name,
      issuer: { name: administration.name.en },
      title: plasticWasteTerms.title.en,
      version: '1',
      awardedAt: issuedAt,
      validUntil: new Date('2028-11-24T10:41:00Z'),
    });
    const [entry] = await sql(`SELECT "type", "subjectId" FROM "LedgerEntry" WHERE id = $1`, [certificate.ledgerEntryId]);
    expect(entry).toEqual({ type: 'certificate-issued', subjectId: certificate.id });
    expect(await listCertificateEvents(db, certificate.id)).toMatchObject([{ sequence: 1, type: 'issued', ledgerEntryId: certificate.ledgerEntryId }]);
    expect(await jobs()).toEqual(expect.arrayContaining(['render-document', 'publish-status-lists']));
  });

  test('seals the evidence: its digest stands in the signed credential', async () => {
    const { certificate } = await aCertificate();
    const sealed = await readSealedEvidence(db, certificate);
    expect(sealed?.items).toHaveLength(6);
    expect(sealed?.events.at(-1)?.['type']).toBe('GRADE');
    expect(certifiedFacts(certificate.credential).pack.digestMultibase).toBe(sha256Multibase(digestOfEvidence(sealed!)));
  });

  test('twice, also at the same moment, gives one certificate', async () => {
    const { attemptId } = await aMarkedAttempt();
    const both = await Promise.all([issueCertificate({ attemptId }, { now: issuedAt }), issueCertificate({ attemptId }, { now: issuedAt })]);
    const again = await issueCertificate({ attemptId }, { now: minute(60) });
    const numbers = [...both, again].map((issued) => issued.ok && issued.value.number);
    expect(new Set(numbers).size).toBe(1);
    expect(both.filter((issued) => issued.ok && issued.value.fresh)).toHaveLength(1);
  });

  test('puts no personal data and nothing that repeats into the public leaf', async () => {
    const { certificate } = await aCertificate();
    const [entry] = await sql(`SELECT "commitment", "type" FROM "LedgerEntry" WHERE id = $1`, [certificate.ledgerEntryId]);
    expect(Object.keys(entry!)).toEqual(['commitment', 'type']);
    expect(entry!['commitment']).toMatch(/^[\w-]{43}$/);
  });
});

describe('no certificate is issued, and nothing is left behind,', () => {
  const refusal = async (attemptId: Parameters<typeof issueCertificate>[0]['attemptId']) => {
    const before = [await count('Certificate'), await count('LedgerEntry'), await count('CertificateEvent'), (await jobs()).length];
    const issued = await issueCertificate({ attemptId }, { now: issuedAt });
    expect([await count('Certificate'), await count('LedgerEntry'), await count('CertificateEvent'), (await jobs()).length]).toEqual(before);
    return issued.ok ? null : issued.refusal;
  };
  test('for an attempt that failed', async () => {
    expect(await refusal((await aMarkedAttempt({ right: 4 })).attemptId)).toBe('attempt-not-passed');
  });

  test('for an attempt that does not exist', async () => {
    expect(await refusal(`att_${'0'.repeat(26)}`)).toBe('attempt-without-outcome');
  });

  test('where passing certifies nothing', async () => {
    expect(await refusal((await aMarkedAttempt({ certificate: null })).attemptId)).toBe('nothing-to-certify');
  });

  test('when somebody turned a fail into a pass in the grade', async () => {
    const { attemptId } = await aMarkedAttempt({ right: 4 });
    await tamper(sql, 'Grade', `UPDATE "Grade" SET "passed" = true WHERE "attemptId" = $1`, [attemptId]);
    expect(await refusal(attemptId)).toBe('grade-contradicts-pass-mark');
    await tamper(sql, 'Grade', `UPDATE "Grade" SET "points" = "maxPoints" WHERE "attemptId" = $1`, [attemptId]);
    expect(await refusal(attemptId)).toBe('evidence-does-not-hold');
  });

  test('when an event of the attempt was changed', async () => {
    const { attemptId } = await aMarkedAttempt();
    await tamper(sql, 'AttemptEvent', `UPDATE "AttemptEvent" SET "actorId" = 'system' WHERE "attemptId" = $1 AND "sequence" = 2`, [attemptId]);
    expect(await refusal(attemptId)).toBe('evidence-does-not-hold');
  });

  test('when an answer is gone', async () => {
    const { attemptId } = await aMarkedAttempt();
    await tamper(sql, 'Answer', `DELETE FROM "Answer" WHERE "attemptId" = $1 AND "position" = 3`, [attemptId]);
    expect(await refusal(attemptId)).toBe('evidence-does-not-hold');
  });
});

test('a renewal supersedes the earlier certificate of the same assessment, and no other', async () => {
  const administration = await anAdministration();
  const trainee = await aPerson({ administrationId: administration.id });
  const first = await aCertificate({ administration, trainee });
  const other = await aCertificate({ administration, trainee, startedAt: minute(100) });
  const renewal = await renew(first, minute(200));
  expect(await standing(first.attemptId)).toBe('superseded');
  expect(await standing(other.attemptId)).toBe('issued');
  expect(await listCertificateEvents(db, first.certificate.id)).toMatchObject([{ type: 'issued' }, { type: 'superseded', replacedBy: renewal }]);
});

/** A further passed attempt of the same person: today's rule allows none after a pass, so one of another exam is moved over. */
async function renew(story: Awaited<ReturnType<typeof aCertificate>>, at: Date): Promise<string> {
  const elsewhere = await anAssessment({ definition: { certificate: plasticWasteTerms } });
  const { attemptId } = await aMarkedAttempt({ administration: story.administration, trainee: story.trainee, assessment: elsewhere, startedAt: at });
  const { assessmentId } = story.assessment;
  await tamper(sql, 'AssessmentVersion', `UPDATE "AssessmentVersion" SET "assessmentId" = $1, "number" = 2 WHERE id = $2`, [assessmentId, elsewhere.assessmentVersionId]);
  await tamper(sql, 'Attempt', `UPDATE "Attempt" SET "assessmentId" = $1, "number" = 2 WHERE id = $2`, [assessmentId, attemptId]);
  const issued = await issueCertificate({ attemptId }, { now: new Date(at.getTime() + 41 * 60_000) });
  if (!issued.ok) throw new Error(issued.refusal);
  return issued.value.number;
}

async function standing(attemptId: Awaited<ReturnType<typeof aCertificate>>['attemptId']): Promise<string | undefined> {
  return (await findCertificateByAttempt(db, attemptId))?.state;
}
