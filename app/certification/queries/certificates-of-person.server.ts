import type { PersonId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import type { Locale } from '~/kernel/locale';
import { db } from '~/platform/db.server';
import type { CertificateNumber } from '../core/certificate-number';
import { statusAt } from '../core/certificate-machine';
import { certifiedFacts } from '../core/certified-facts';
import type { Answer } from '../core/verification-report';
import { listCertificatesOfPerson } from '../store/certificates.server';
import { listDocumented } from '../store/documents.server';
import { listRecorded } from '../store/recorded.server';

/** A certificate in its holder's list. */
export interface OwnCertificate {
  readonly number: CertificateNumber;
  readonly title: string;
  readonly locale: Locale;
  readonly issuer: string;
  readonly answer: Answer;
  readonly awardedAt: Instant;
  readonly validUntil: Instant;
  /** The PDF is there. */
  readonly documented: boolean;
}

/** Everything this person ever was certified in, newest first. */
export async function certificatesOfPerson(personId: PersonId, now: Instant): Promise<OwnCertificate[]> {
  const certificates = await listCertificatesOfPerson(db, personId);
  const recorded = await listRecorded(db, certificates.map(({ ledgerEntryId }) => ledgerEntryId));
  const documented = await listDocumented(db, certificates.map(({ id }) => id));
  return certificates.map((certificate) => {
    const { title, issuer, awardedAt, validUntil } = certifiedFacts(certificate.credential);
    const released = recorded.has(certificate.ledgerEntryId);
    return {
      number: certificate.number,
      title,
      locale: certificate.locale,
      issuer: issuer.name,
      answer: released ? statusAt(certificate, now) : 'being-recorded',
      awardedAt,
      validUntil,
      documented: released && documented.has(certificate.id),
    };
  });
}
