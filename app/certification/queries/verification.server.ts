import { base64 } from '@scure/base';
import type { Json } from '~/kernel/canonical-json';
import { type Instant, minutes } from '~/kernel/instant';
import { parseCheckpoint } from '~/ledger/core/checkpoint';
import { parseInclusionFile } from '~/ledger/core/inclusion-file';
import { parseNote } from '~/ledger/core/signed-note';
import { proveEntry } from '~/ledger/queries/prove-entry.server';
import { db } from '~/platform/db.server';
import type { Certificate, CertificateEvent } from '../core/certificate';
import { replayCertificate, statusAt } from '../core/certificate-machine';
import type { CertificateNumber } from '../core/certificate-number';
import { certifiedFacts } from '../core/certified-facts';
import { listOfIndex, listUrl } from '../core/status-lists';
import { pinnedKeys } from '../core/trust';
import { answerOf, type LogPlace, namedChecks, type PublicDecision, type VerificationReport } from '../core/verification-report';
import { verifyCredential } from '../core/verify-credential';
import { getCertificate, listCertificateEvents } from '../store/certificates.server';
import { findFreshness, type Freshness } from '../store/freshness.server';
import { statusListsOf } from './certificate-proof.server';
import { currentTrust } from './current-trust.server';
import { gunzipUpTo } from './presented-file.server';
import { env } from '~/platform/env.server';

/** A report is true until its certificate, its place in the log or its status lists change, and for a minute at most: time passes too. */
const keptFor = minutes(1);
const keptReports = 2000;
const kept = new Map<string, VerificationReport>();

/**
 * Everything that /verify tells about a number, each check made here and now from the signed credential; null for a number that was
 * never issued. One query when nothing has changed since somebody asked last.
 */
export async function verification(number: CertificateNumber, now: Instant): Promise<VerificationReport | null> {
  const fresh = await findFreshness(db, number);
  if (!fresh) return null;
  const key = Object.values(fresh).join(' ');
  const known = kept.get(key);
  if (known && now.getTime() - known.checkedAt.getTime() < keptFor && now >= known.checkedAt) return known;
  const report = await makeReport(fresh, now);
  kept.delete(key);
  kept.set(key, report);
  const [oldest] = kept.keys();
  if (kept.size > keptReports && oldest !== undefined) kept.delete(oldest);
  return report;
}

async function makeReport({ id, recorded }: Freshness, now: Instant): Promise<VerificationReport> {
  const certificate = await getCertificate(db, id);
  const { credential } = certificate;
  const trust = await currentTrust();
  const log = recorded ? await placeInLog(certificate) : null;
  const statusLists = await statusListsOf(certificate);
  const inclusionProof = log?.inclusionProof ?? null;
  const verified = await verifyCredential({ credential, inclusionProof, statusLists, trust, gunzip: gunzipUpTo, now });
  const checks = await namedChecks(credential, verified, pinnedKeys(trust));
  const events = await listCertificateEvents(db, id);
  const standing = {
    status: statusAt(certificate, now),
    recorded: log !== null,
    replays: replayCertificate(events.map(({ type }) => type)) === certificate.state,
    listed: statusLists.length === 2 && statusLists.every(({ validFrom }) => isSince(events.at(-1)?.at, validFrom)),
  };
  const answer = answerOf(standing, checks);
  const decisions = events.flatMap(publicDecision);
  const { origin } = env();
  const lists = (['revocation', 'suspension'] as const).map((purpose) => listUrl(origin, listOfIndex(certificate.statusIndex, purpose).name));
  return { answer, facts: certifiedFacts(credential), digest: certificate.credentialDigest, checks, log, decisions, statusLists: lists, checkedAt: now };
}

/** Lists are dated in whole seconds. */
function isSince(decided: Instant | undefined, signed: Json | undefined): boolean {
  return decided !== undefined && typeof signed === 'string' && Date.parse(signed) > decided.getTime();
}

async function placeInLog({ ledgerEntryId }: Certificate): Promise<LogPlace | null> {
  const proof = await proveEntry(ledgerEntryId);
  if (!proof.ok) return null;
  const { inclusionFile, index, size } = proof.value;
  const file = parseInclusionFile(inclusionFile);
  const note = file.ok ? parseNote(file.value.checkpoint) : file;
  const head = note.ok ? parseCheckpoint(note.value.text) : null;
  if (!file.ok || !head) throw new Error('Our own inclusion file cannot be read');
  return { origin: head.origin, index, size, root: base64.encode(head.root), checkpoint: file.value.checkpoint, inclusionProof: inclusionFile };
}

function publicDecision({ type, at, replacedBy }: CertificateEvent): PublicDecision[] {
  return type === 'issued' ? [] : [{ event: type, at, replacedBy }];
}
