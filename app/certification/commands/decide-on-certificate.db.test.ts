import { describe, expect, test } from 'vitest';
import { db } from '~/platform/db.server';
import { aCertificate, theLogCatchesUp } from '../../../tests/support/a-certificate';
import { aPerson } from '../../../tests/support/a-person';
import { anAdministration } from '../../../tests/support/an-administration';
import { minute } from '../../../tests/support/an-attempt';
import { useDatabase } from '../../../tests/support/database';
import type { CertificateDecision } from '../core/certificate-machine';
import { isSet, decodeStatusList } from '../core/status-list';
import { listOfIndex } from '../core/status-lists';
import { gunzipUpTo } from '../queries/presented-file.server';
import { verification } from '../queries/verification.server';
import { getCertificate, listCertificateEvents } from '../store/certificates.server';
import { findEdition } from '../store/status-lists.server';
import { decideOnCertificate } from './decide-on-certificate.server';
import { publishStatusLists } from './publish-status-lists.server';

const { sql } = useDatabase();
const reason = 'Under inquiry by the internal audit.';

async function aDecision() {
  const story = await aCertificate();
  const { actor } = await aPerson({ administrationId: story.administration.id, role: 'coordinator' });
  const decide = (decision: CertificateDecision, now = minute(50)) => decideOnCertificate({ number: story.certificate.number, decision, reason, replacedBy: null }, { actor, now });
  return { ...story, actor, decide };
}

const mails = async (to: string) =>
  (await sql(`SELECT payload FROM graphile_worker._private_jobs WHERE payload ->> 'to' = $1 ORDER BY id`, [to])).map(({ payload }) => payload as { subject: string; text: string });

describe('a decision about a certificate', () => {
  test('changes its state, its record, the ledger, the public lists and the holder’s mailbox', async () => {
    const { certificate, decide, actor, trainee } = await aDecision();
    await theLogCatchesUp(minute(45));
    await publishStatusLists(minute(46));
    expect(await decide('suspend')).toEqual({ ok: true, value: 'suspended' });
    expect(await getCertificate(db, certificate.id)).toMatchObject({ state: 'suspended', revision: 2 });
    const [, event] = await listCertificateEvents(db, certificate.id);
    expect(event).toMatchObject({ sequence: 2, type: 'suspended', actorId: actor.id, reason });
    const [entry] = await sql(`SELECT e."type", o."record" FROM "LedgerEntry" e JOIN "LedgerOpening" o ON o."entryId" = e."id" WHERE e."id" = $1`, [event!.ledgerEntryId]);
    expect(entry).toMatchObject({ type: 'certificate-suspended', record: { credentialDigest: certificate.credentialDigest, reason } });
    const [mail] = await mails(trainee.email);
    expect(mail?.text).toContain(reason);
    await publishStatusLists(minute(51));
    expect(await bitsOf(certificate.statusIndex)).toEqual({ revocation: false, suspension: true });
    await theLogCatchesUp(minute(52));
    expect(await verification(certificate.number, minute(53))).toMatchObject({ answer: 'suspended', decisions: [{ event: 'suspended' }] });
  });

  test('that is reversed counts again; one that is final does not', async () => {
    const { certificate, decide } = await aDecision();
    await decide('suspend', minute(50));
    expect(await decide('reinstate', minute(51))).toMatchObject({ ok: true });
    expect(await decide('revoke', minute(52))).toMatchObject({ ok: true });
    expect(await decide('reinstate', minute(53))).toEqual({ ok: false, refusal: 'certificate-is-revoked' });
    await theLogCatchesUp(minute(54));
    await publishStatusLists(minute(55));
    expect(await bitsOf(certificate.statusIndex)).toEqual({ revocation: true, suspension: false });
    expect((await verification(certificate.number, minute(56)))?.answer).toBe('revoked');
  });

  test('is refused for the certificate of another administration, and leaves no trace', async () => {
    const { certificate } = await aDecision();
    const elsewhere = await anAdministration();
    const { actor } = await aPerson({ administrationId: elsewhere.id, role: 'coordinator' });
    const decided = await decideOnCertificate({ number: certificate.number, decision: 'revoke', reason, replacedBy: null }, { actor, now: minute(50) });
    expect(decided).toEqual({ ok: false, refusal: 'certificate-unknown' });
    expect(await getCertificate(db, certificate.id)).toMatchObject({ state: 'issued', revision: 1 });
  });

  test('is refused to the holder', async () => {
    const { certificate, trainee } = await aDecision();
    const decided = await decideOnCertificate({ number: certificate.number, decision: 'revoke', reason, replacedBy: null }, { actor: { ...trainee.actor, role: 'coordinator' }, now: minute(50) });
    expect(decided).toEqual({ ok: false, refusal: 'own-certificate' });
  });

  test('to replace needs another standing certificate of the same officer', async () => {
    const { certificate, actor, administration, trainee } = await aDecision();
    const replace = (replacedBy: typeof certificate.number | null) => decideOnCertificate({ number: certificate.number, decision: 'supersede', reason, replacedBy }, { actor, now: minute(50) });
    const other = await aCertificate({ administration });
    const elsewhere = await aCertificate();
    const newer = await aCertificate({ administration, trainee, startedAt: minute(60) });
    expect(await replace(null)).toEqual({ ok: false, refusal: 'replacement-unknown' });
    expect(await replace(elsewhere.certificate.number)).toEqual({ ok: false, refusal: 'replacement-unknown' });
    expect(await replace(certificate.number)).toEqual({ ok: false, refusal: 'replacement-is-itself' });
    expect(await replace(other.certificate.number)).toEqual({ ok: false, refusal: 'replacement-of-another' });
    expect(await replace(newer.certificate.number)).toMatchObject({ ok: true });
    expect((await listCertificateEvents(db, certificate.id)).at(-1)).toMatchObject({ type: 'superseded', replacedBy: newer.certificate.number });
  });

  test('taken by two at once is taken once', async () => {
    const { certificate, decide } = await aDecision();
    const both = await Promise.all([decide('suspend'), decide('suspend')]);
    expect(both.map((decided) => decided.ok).sort()).toEqual([false, true]);
    expect(await listCertificateEvents(db, certificate.id)).toHaveLength(2);
  });
});

async function bitsOf(statusIndex: number): Promise<{ revocation: boolean; suspension: boolean }> {
  const bit = async (purpose: 'revocation' | 'suspension') => {
    const { name, bit: index } = listOfIndex(statusIndex, purpose);
    const edition = await findEdition(db, name);
    const subject = edition?.credential['credentialSubject'] as { encodedList: string };
    const bits = await decodeStatusList(subject.encodedList, gunzipUpTo);
    return bits.ok && isSet(bits.value, index);
  };
  return { revocation: await bit('revocation'), suspension: await bit('suspension') };
}
