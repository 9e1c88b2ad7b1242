import { personNames } from '~/identity/queries/person-names.server';
import type { AdministrationId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import { db } from '~/platform/db.server';
import type { CertificateEvent } from '../core/certificate';
import { type CertificateDecision, type CertificateStatus, openDecisions, statusAt } from '../core/certificate-machine';
import type { CertificateNumber } from '../core/certificate-number';
import { type CertifiedFacts, certifiedFacts } from '../core/certified-facts';
import { findCertificateByNumber, listCertificateEvents } from '../store/certificates.server';

/** A certificate as its coordinator sees it. */
export interface CertificateForDecision {
  readonly facts: CertifiedFacts;
  readonly personId: string;
  readonly status: CertificateStatus;
  readonly open: readonly CertificateDecision[];
  readonly decisions: readonly (CertificateEvent & { readonly actor: string })[];
}

/** Null when this administration has no certificate of this number. */
export async function certificateForDecision(number: CertificateNumber, administrationId: AdministrationId, now: Instant): Promise<CertificateForDecision | null> {
  const certificate = await findCertificateByNumber(db, number);
  if (certificate?.administrationId !== administrationId) return null;
  const events = await listCertificateEvents(db, certificate.id);
  const names = await personNames(db, events.map(({ actorId }) => actorId));
  return {
    facts: certifiedFacts(certificate.credential),
    personId: certificate.personId,
    status: statusAt(certificate, now),
    open: openDecisions(certificate.state),
    decisions: events.map((event) => ({ ...event, actor: names.get(event.actorId) ?? event.actorId })),
  };
}
