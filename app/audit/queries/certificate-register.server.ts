import type { AdministrationId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import { db } from '~/platform/db.server';
import { type CertificateFilter, formatCursor } from '../core/certificate-filter';
import { type CertificateRow, countCertificates, listCourseCodes, listPosts, type PostChoice, searchCertificates } from '../store/certificates.server';

export const pageLength = 50;
/** Counted exactly up to here; beyond it the page says "more than". */
export const countLimit = 10_001;

export interface CertificateRegister {
  readonly rows: readonly CertificateRow[];
  /** At most `countLimit`. */
  readonly count: number;
  /** Where the next page begins, or null on the last one. */
  readonly next: string | null;
}

interface Asked {
  readonly administrationId: AdministrationId;
  readonly filter: CertificateFilter;
  readonly now: Instant;
}

/** A page of /audit/certificates. */
export async function certificateRegister(asked: Asked): Promise<CertificateRegister> {
  const [rows, count] = await Promise.all([
    searchCertificates(db, { ...asked, limit: pageLength + 1 }),
    countCertificates(db, { ...asked, limit: countLimit }),
  ]);
  const shown = rows.slice(0, pageLength);
  const last = shown.at(-1);
  return { rows: shown, count, next: rows.length > pageLength && last ? formatCursor(last) : null };
}

/** What the filter offers to choose from. */
export async function registerChoices(administrationId: AdministrationId): Promise<{ readonly posts: readonly PostChoice[]; readonly courses: readonly string[] }> {
  const [posts, courses] = await Promise.all([listPosts(db, administrationId), listCourseCodes(db)]);
  return { posts, courses };
}

const exportBatch = 500;

/** Every certificate that fits, in batches: a register of any length passes through little memory. */
export async function* eachCertificate({ filter, ...asked }: Asked): AsyncGenerator<readonly CertificateRow[]> {
  let after = filter.after;
  for (;;) {
    const rows = await searchCertificates(db, { ...asked, filter: { ...filter, after }, limit: exportBatch });
    if (rows.length > 0) yield rows;
    if (rows.length < exportBatch) return;
    after = rows.at(-1);
  }
}
