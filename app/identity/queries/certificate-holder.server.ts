import type { PersonId } from '~/kernel/ids';
import type { Locale } from '~/kernel/locale';
import type { Reader } from '~/platform/db.server';
import type { AdministrationSummary } from '../core/signed-in';
import { findHolder } from '../store/people.server';

/** What a certificate says about its holder, and where the holder hears of it. */
export interface CertificateHolder {
  readonly personId: PersonId;
  readonly name: string;
  readonly serviceNumber: string | null;
  readonly email: string;
  /** Null when the person has chosen none. */
  readonly locale: Locale | null;
  readonly timeZone: string;
  readonly administration: AdministrationSummary;
}

/** Null for an unknown person and for an operator, who can hold no certificate. */
export function certificateHolder(reader: Reader, personId: PersonId): Promise<CertificateHolder | null> {
  return findHolder(reader, personId);
}
