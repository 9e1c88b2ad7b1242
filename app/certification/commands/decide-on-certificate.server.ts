import type { PersonActor } from '~/kernel/actor';
import type { Instant } from '~/kernel/instant';
import { refused, type Result } from '~/kernel/result';
import { type Tx, withTransaction } from '~/platform/db.server';
import type { Certificate } from '../core/certificate';
import type { CertificateDecision, CertificateEventType, DecisionRefusal } from '../core/certificate-machine';
import type { CertificateNumber } from '../core/certificate-number';
import { findCertificateByNumber, lockCertificate } from '../store/certificates.server';
import { recordDecision } from './record-decision.server';

export interface CertificateDecisionRequest {
  readonly number: CertificateNumber;
  readonly decision: CertificateDecision;
  /** Why, in the coordinator's words; the holder and every auditor read it. */
  readonly reason: string;
  /** Needed to supersede, and only then. */
  readonly replacedBy: CertificateNumber | null;
}

export type DecideRefusal = DecisionRefusal | 'certificate-unknown' | 'own-certificate' | 'replacement-unknown' | 'replacement-is-itself' | 'replacement-of-another' | 'replacement-not-standing';

export const decideStatus = {
  'certificate-unknown': 404,
  'own-certificate': 403,
  'certificate-is-revoked': 409,
  'certificate-is-superseded': 409,
  'certificate-is-suspended': 409,
  'certificate-is-not-suspended': 409,
  'replacement-unknown': 400,
  'replacement-is-itself': 400,
  'replacement-of-another': 400,
  'replacement-not-standing': 409,
} satisfies Record<DecideRefusal, number>;

/** A coordinator suspends, reinstates, revokes or supersedes a certificate of the own administration; never an own one. */
export async function decideOnCertificate(
  request: CertificateDecisionRequest,
  { actor, now }: { readonly actor: PersonActor; readonly now: Instant },
): Promise<Result<CertificateEventType, DecideRefusal>> {
  const { number, decision, reason } = request;
  return withTransaction('decide-on-certificate', async (tx) => {
    const certificate = await lockCertificate(tx, { number, administrationId: actor.administrationId });
    if (!certificate) return refused('certificate-unknown');
    if (certificate.personId === actor.id) return refused('own-certificate');
    const replacedBy = decision === 'supersede' ? request.replacedBy : null;
    const obstacle = decision === 'supersede' ? await replacementObstacle(tx, certificate, replacedBy) : null;
    if (obstacle) return refused(obstacle);
    return recordDecision(tx, { certificate, decision, reason, replacedBy }, { actor, now });
  });
}

async function replacementObstacle(tx: Tx, certificate: Certificate, replacedBy: CertificateNumber | null): Promise<DecideRefusal | null> {
  const replacement = replacedBy && (await findCertificateByNumber(tx, replacedBy));
  if (!replacement || replacement.administrationId !== certificate.administrationId) return 'replacement-unknown';
  if (replacement.id === certificate.id) return 'replacement-is-itself';
  if (replacement.personId !== certificate.personId) return 'replacement-of-another';
  return replacement.state === 'issued' ? null : 'replacement-not-standing';
}
