import { Link } from '@remix-run/react';
import { AnswerBadge } from '~/certification/ui/answer-badge';
import type { CertificateStatus } from '~/certification/core/certificate-machine';
import { useFormatter, useLocale, useTranslator } from '~/i18n/speaking';
import type { Localized } from '~/kernel/locale';
import { DataTable } from '~/ui/data-table';
import { messages } from '../messages';

export interface ListedCertificate {
  readonly id: string;
  readonly number: string;
  readonly personId: string;
  readonly holder: string;
  readonly serviceNumber: string | null;
  readonly post: Localized | null;
  readonly title: string;
  readonly locale: string;
  readonly status: CertificateStatus;
  readonly issuedAt: Date;
  readonly validUntil: Date;
  readonly ledgerIndex: number | null;
}

/** @param base where a certificate's own page is: the auditor's or the coordinator's */
export function CertificateTable({ rows, base }: { readonly rows: readonly ListedCertificate[]; readonly base: '/audit/certificates' | '/admin/certificates' }) {
  const t = useTranslator(messages);
  const format = useFormatter();
  const locale = useLocale();
  return (
    <DataTable
      caption={t('place.certificates')}
      hideCaption
      head={[t('column.number'), t('column.holder'), t('column.post'), t('column.title'), t('column.status'), t('column.issued'), t('column.valid-until')]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          <Link key="number" to={`${base}/${row.number}`} className="font-mono whitespace-nowrap">{row.number}</Link>,
          <span key="holder">{row.holder}{row.serviceNumber && <><br /><span className="text-sm text-soft">{row.serviceNumber}</span></>}</span>,
          row.post?.[locale] ?? '',
          <span key="title" lang={row.locale === locale ? undefined : row.locale}>{row.title}</span>,
          <AnswerBadge key="status" answer={row.ledgerIndex === null ? 'being-recorded' : row.status} />,
          <span key="issued" className="whitespace-nowrap">{format.date(row.issuedAt)}</span>,
          <span key="until" className="whitespace-nowrap">{format.date(row.validUntil)}</span>,
        ],
      }))}
    />
  );
}
