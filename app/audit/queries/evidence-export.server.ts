import type { CertificateNumber } from '~/certification/core/certificate-number';
import { provenCertificate } from '~/certification/queries/certificate-proof.server';
import type { AdministrationId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import { certificateWalk, type CertificateWalk } from './certificate-walk.server';

/**
 * The evidence pack of a certificate: a certificate bundle (so that `npm run verify` checks it as it is) with, beside it, the sealed
 * evidence whose digest the credential signs, every decision, every ledger entry with what opens and proves it, and what this server
 * found when it recomputed the chain. Null when this administration has no such certificate, or it is not released.
 */
export async function evidenceExport(number: CertificateNumber, administrationId: AdministrationId, now: Instant): Promise<object | null> {
  const walk = await certificateWalk(number, administrationId, now);
  const proven = walk && (await provenCertificate(walk.dossier.certificate));
  if (!walk || !proven?.ok) return null;
  const { certificate, events, sealed } = walk.dossier;
  return {
    ...proven.value.bundle,
    exportedAt: now.toISOString(),
    certificate: { id: certificate.id, number, state: certificate.state, attemptId: certificate.attemptId, gradeId: certificate.gradeId, credentialDigest: certificate.credentialDigest },
    decisions: events,
    sealedEvidence: sealed?.evidence ?? null,
    sealedEvidenceDigest: sealed?.digest ?? null,
    ledger: walk.entries.map(ledgerEntry),
    recomputed: { verdict: walk.verdict, stages: walk.stages },
  };
}

function ledgerEntry({ entryId, type, index, loggedAt, opening, inclusionFile }: CertificateWalk['entries'][number]) {
  return { entryId, type, index, loggedAt, ...opening, inclusionProof: inclusionFile };
}
