import type { AttemptEvidence } from '~/assessment/queries/attempt-evidence.server';
import type { CertificateEvent } from '~/certification/core/certificate';
import { type CertificateStatus, statusAt } from '~/certification/core/certificate-machine';
import type { CertificateNumber } from '~/certification/core/certificate-number';
import { type CertifiedFacts, certifiedFacts } from '~/certification/core/certified-facts';
import { sha256Multibase } from '~/certification/core/multihash';
import { type CertificateDossier, certificateDossier } from '~/certification/queries/certificate-dossier.server';
import { personNames } from '~/identity/queries/person-names.server';
import type { JsonObject } from '~/kernel/canonical-json';
import type { AdministrationId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import type { LedgerEventType } from '~/ledger/core/ledger-event';
import { db } from '~/platform/db.server';
import { type Link, link, linkOf, pendingLink, sameMembers, type Stage, verdictOf, type WalkVerdict } from '../core/link';
import { attemptLinks } from './attempt-links.server';
import { checkEntry, type LedgerEntryView } from './ledger-links.server';

/** The walk from a certificate back to the answers it was earned by, every link recomputed on this server now. */
export interface CertificateWalk {
  readonly dossier: CertificateDossier;
  readonly facts: CertifiedFacts;
  readonly status: CertificateStatus;
  readonly stages: readonly Stage[];
  readonly verdict: WalkVerdict;
  readonly evidence: AttemptEvidence | null;
  readonly entries: readonly LedgerEntryView[];
  /** Names by id of everybody who acted. */
  readonly names: ReadonlyMap<string, string>;
}

/** Null when this administration has no certificate of this number. */
export async function certificateWalk(number: CertificateNumber, administrationId: AdministrationId, now: Instant): Promise<CertificateWalk | null> {
  const dossier = await certificateDossier(number, administrationId, now);
  if (!dossier) return null;
  const { certificate, trust, events } = dossier;
  const facts = certifiedFacts(certificate.credential);
  const logKey = trust.log.key;
  const attempt = await attemptLinks(certificate.attemptId, { logKey, now });
  const own = await ownEntries(dossier, logKey);
  const stages: Stage[] = [
    { name: 'certificate', links: certificateLinks(dossier, facts) },
    { name: 'grade', links: [gradeLink(dossier, attempt.evidence), ...attempt.gradeLinks] },
    { name: 'attempt', links: [...attempt.links, sealLink(dossier, facts)] },
    { name: 'ledger', links: [...attempt.ledgerLinks, ...own.links] },
  ];
  const people = [...events.map(({ actorId }) => actorId), ...(attempt.evidence?.events.map(({ event }) => event.actorId) ?? [])];
  return {
    dossier,
    facts,
    status: statusAt(certificate, now),
    stages,
    verdict: verdictOf(stages),
    evidence: attempt.evidence,
    entries: [...attempt.entries, ...own.entries],
    names: await personNames(db, [...new Set(people)]),
  };
}

function certificateLinks({ certificate, checks, credentialDigest, replayedState, document }: CertificateDossier, facts: CertifiedFacts): Link[] {
  const { number, locale, validFrom, validUntil, state } = certificate;
  const row = { number, locale, validFrom: validFrom.toISOString(), validUntil: validUntil.toISOString() };
  const signed = { number: facts.number, locale: facts.locale, validFrom: facts.validFrom.toISOString(), validUntil: facts.validUntil.toISOString() };
  const signatures = (['signature-rdfc', 'signature-jcs', 'signed-by-issuer'] as const).map((name) => {
    const check = checks.find((each) => each.name === name);
    return linkOf(name, { holds: check?.outcome === 'holds', reason: check?.refusal ?? '' });
  });
  const printed = document ? link('document-unchanged', { expected: document.storedDigest, found: document.digest }) : pendingLink('document-unchanged');
  return [
    link('row-says-what-was-signed', sameMembers(signed, row)),
    link('credential-unchanged', { expected: certificate.credentialDigest, found: credentialDigest }),
    ...signatures,
    link('decisions-lead-to-state', { expected: replayedState ?? 'impossible', found: state }),
    listsLink(checks, state),
    printed,
  ];
}

/** The public lists must say of it what its row says. */
function listsLink(checks: CertificateDossier['checks'], state: string): Link {
  const outcome = (name: string) => checks.find((check) => check.name === name);
  const [revoked, suspended] = [outcome('not-revoked'), outcome('not-suspended')];
  if (revoked?.outcome === 'not-checked' || suspended?.outcome === 'not-checked') return pendingLink('status-lists-agree', revoked?.refusal ?? suspended?.refusal ?? '');
  const expected = { revocation: state === 'revoked' || state === 'superseded', suspension: state === 'suspended' };
  return link('status-lists-agree', { expected, found: { revocation: revoked?.refusal === 'revoked', suspension: suspended?.refusal === 'suspended' } });
}

function gradeLink({ certificate }: CertificateDossier, evidence: AttemptEvidence | null): Link {
  const { attemptId, gradeId, personId, administrationId } = certificate;
  const grade = evidence?.grades.find((each) => each.gradeId === gradeId);
  const expected = { attemptId, gradeId, personId, administrationId, passed: true };
  const found: JsonObject = {
    attemptId: evidence?.attempt.attemptId ?? null,
    gradeId: grade?.gradeId ?? null,
    personId: evidence?.attempt.personId ?? null,
    administrationId: evidence?.attempt.administrationId ?? null,
    passed: grade?.passed ?? null,
  };
  return link('grade-belongs-to-attempt', sameMembers(expected, found));
}

/** The seal in the signed credential against the rows as they stand now: one changed word of one question breaks it. */
function sealLink({ sealed }: CertificateDossier, { pack }: CertifiedFacts): Link {
  return link('evidence-as-sealed', { expected: pack.digestMultibase, found: sealed ? sha256Multibase(sealed.digest) : null });
}

async function ownEntries({ certificate, events, credentialDigest, sealed, trust }: CertificateDossier, logKey: string): Promise<{ links: Link[]; entries: LedgerEntryView[] }> {
  const { id, number, attemptId, gradeId, assessmentVersionId, administrationId, ledgerEntryId } = certificate;
  const evidence = { certificateId: id, number, attemptId, gradeId, assessmentVersionId, administrationId, packDigest: sealed?.digest ?? null };
  const issued = await checkEntry({ entryId: ledgerEntryId, type: 'certificate-issued', record: { credentialDigest }, evidence, logKey: trust.log.key });
  const checked = [issued];
  for (const event of events.filter(({ type }) => type !== 'issued')) checked.push(await checkEntry(entryOfDecision(event, { credentialDigest, certificateId: id, logKey })));
  return { links: checked.flatMap(({ links }) => links), entries: checked.map(({ view }) => view) };
}

function entryOfDecision({ type, reason, at, replacedBy, actorId, ledgerEntryId }: CertificateEvent, of: { readonly credentialDigest: string; readonly certificateId: string; readonly logKey: string }) {
  const { credentialDigest, certificateId, logKey } = of;
  const entryType: LedgerEventType = type === 'issued' ? 'certificate-issued' : `certificate-${type}`;
  const record: JsonObject = { credentialDigest, reason, at: at.toISOString(), ...(replacedBy !== null && { replacedBy }) };
  return { entryId: ledgerEntryId, type: entryType, record, evidence: { certificateId, actorId }, logKey };
}
