import type { JsonObject } from '~/kernel/canonical-json';
import type { AdministrationId, AssessmentVersionId, AttemptId, CertificateId, GradeId, LedgerEntryId, PersonId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import type { Locale } from '~/kernel/locale';
import type { CertificateEventType, CertificateState } from './certificate-machine';
import type { CertificateNumber } from './certificate-number';

/** One certificate. Everything but `state` and `revision` is frozen at issue. */
export interface Certificate {
  readonly id: CertificateId;
  readonly number: CertificateNumber;
  readonly attemptId: AttemptId;
  readonly personId: PersonId;
  readonly administrationId: AdministrationId;
  readonly courseId: string;
  readonly assessmentVersionId: AssessmentVersionId;
  readonly gradeId: GradeId;
  readonly locale: Locale;
  readonly state: CertificateState;
  readonly revision: number;
  /** Place over all status lists: list and bit follow from it (`listOfIndex`). */
  readonly statusIndex: number;
  readonly issuedAt: Instant;
  readonly validFrom: Instant;
  readonly validUntil: Instant;
  /** The signed credential. */
  readonly credential: JsonObject;
  /** `digestOfCredential` of it when it was issued. */
  readonly credentialDigest: string;
  readonly ledgerEntryId: LedgerEntryId;
}

/** One row of the record of a certificate: who, when, why. */
export interface CertificateEvent {
  readonly sequence: number;
  readonly type: CertificateEventType;
  readonly actorId: string;
  readonly reason: string;
  readonly replacedBy: CertificateNumber | null;
  readonly at: Instant;
  readonly ledgerEntryId: LedgerEntryId;
}
