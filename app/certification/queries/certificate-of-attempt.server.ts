import type { AttemptId } from '~/kernel/ids';
import { db } from '~/platform/db.server';
import type { CertificateNumber } from '../core/certificate-number';
import { findCertificateByAttempt } from '../store/certificates.server';
import { listRecorded } from '../store/recorded.server';

/** The number of the certificate that an attempt earned, once it stands in the public log; null before that, or when it earned none. */
export async function certificateOfAttempt(attemptId: AttemptId): Promise<CertificateNumber | null> {
  const certificate = await findCertificateByAttempt(db, attemptId);
  if (!certificate) return null;
  const recorded = await listRecorded(db, [certificate.ledgerEntryId]);
  return recorded.has(certificate.ledgerEntryId) ? certificate.number : null;
}
