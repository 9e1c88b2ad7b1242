import { messages as certificateWords } from '~/certification/messages';
import { utf8 } from '~/kernel/bytes';
import type { AdministrationId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import type { Locale } from '~/kernel/locale';
import type { CertificateFilter } from '../core/certificate-filter';
import { byteOrderMark, csvRecord } from '../core/csv';
import { messages } from '../messages';
import type { CertificateRow } from '../store/certificates.server';
import { eachCertificate } from './certificate-register.server';

const columns = ['number', 'holder', 'service-number', 'post', 'course', 'title', 'status', 'issued', 'valid-until', 'log-index', 'attempt'] as const;

/** Every certificate that fits the filter as UTF-8 CSV, sent while it is read: a register of any length passes through little memory. */
export function registerAsCsv(asked: { readonly administrationId: AdministrationId; readonly filter: CertificateFilter; readonly now: Instant }, locale: Locale): ReadableStream<Uint8Array> {
  const t = messages.translator(locale);
  const batches = eachCertificate(asked);
  return new ReadableStream({
    start(controller) {
      controller.enqueue(utf8(byteOrderMark + csvRecord(columns.map((column) => t(`column.${column}`)))));
    },
    async pull(controller) {
      const { value, done } = await batches.next();
      if (done) controller.close();
      else controller.enqueue(utf8(value.map((row) => csvRecord(cellsOf(row, locale))).join('')));
    },
    async cancel() {
      await batches.return(undefined);
    },
  });
}

/** Instants as ISO 8601 in UTC: every spreadsheet reads them, none mistakes day for month. */
function cellsOf(row: CertificateRow, locale: Locale): string[] {
  const status = certificateWords.translator(locale)(`answer.${row.status}.short`);
  const { number, holder, serviceNumber, post, courseCode, title, issuedAt, validUntil, ledgerIndex, attemptId } = row;
  return [number, holder, serviceNumber ?? '', post?.[locale] ?? '', courseCode, title, status, issuedAt.toISOString(), validUntil.toISOString(), ledgerIndex === null ? '' : String(ledgerIndex), attemptId];
}
