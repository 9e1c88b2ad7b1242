import { bytesToHex } from '@noble/hashes/utils.js';
import { sha256Of } from '~/kernel/bytes';
import type { AdministrationId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import { db } from '~/platform/db.server';
import type { Certificate, CertificateEvent } from '../core/certificate';
import { type CertificateState, replayCertificate } from '../core/certificate-machine';
import type { CertificateNumber } from '../core/certificate-number';
import { digestOfCredential } from '../core/credential-digest';
import { digestOfEvidence, type SealedEvidence } from '../core/evidence-pack';
import { pinnedKeys, type Trust } from '../core/trust';
import { namedChecks, type NamedCheck } from '../core/verification-report';
import { verifyCredential } from '../core/verify-credential';
import { proveEntry } from '~/ledger/queries/prove-entry.server';
import { findCertificateByNumber, listCertificateEvents } from '../store/certificates.server';
import { findDocument } from '../store/documents.server';
import { readSealedEvidence } from '../store/sealed-rows.server';
import { statusListsOf } from './certificate-proof.server';
import { currentTrust } from './current-trust.server';
import { gunzipUpTo } from './presented-file.server';

/** Everything that is kept about one certificate, each claim computed again now and nothing taken from a cache: for auditors. */
export interface CertificateDossier {
  readonly certificate: Certificate;
  readonly events: readonly CertificateEvent[];
  readonly checks: readonly NamedCheck[];
  readonly trust: Trust;
  /** Of the credential as it stands in the database now. */
  readonly credentialDigest: string;
  /** The state that the record of decisions leads to; null when that record could not have happened. */
  readonly replayedState: CertificateState | null;
  readonly document: { readonly storedDigest: string; readonly digest: string } | null;
  /** Sealed again from the rows as they stand now; null when one of them is gone. */
  readonly sealed: { readonly evidence: SealedEvidence; readonly digest: string } | null;
}

/** Null when this administration has no certificate of this number. */
export async function certificateDossier(number: CertificateNumber, administrationId: AdministrationId, now: Instant): Promise<CertificateDossier | null> {
  const certificate = await findCertificateByNumber(db, number);
  if (certificate?.administrationId !== administrationId) return null;
  const { credential } = certificate;
  const trust = await currentTrust();
  const events = await listCertificateEvents(db, certificate.id);
  const proof = await proveEntry(certificate.ledgerEntryId);
  const inclusionProof = proof.ok ? proof.value.inclusionFile : null;
  const verified = await verifyCredential({ credential, inclusionProof, statusLists: await statusListsOf(certificate), trust, gunzip: gunzipUpTo, now });
  const document = await findDocument(db, certificate.id);
  const evidence = await readSealedEvidence(db, certificate);
  return {
    certificate,
    events,
    checks: await namedChecks(credential, verified, pinnedKeys(trust)),
    trust,
    credentialDigest: digestOfCredential(credential),
    replayedState: replayCertificate(events.map(({ type }) => type)),
    document: document && { storedDigest: document.sha256, digest: bytesToHex(sha256Of(document.bytes)) },
    sealed: evidence && { evidence, digest: digestOfEvidence(evidence) },
  };
}
