import { Link } from '@remix-run/react';
import { useFormatter, useTranslator } from '~/i18n/speaking';
import { DataTable } from '~/ui/data-table';
import { Badge, type NoticeKind } from '~/ui/notice';
import type { AttemptResult } from '../core/attempt-filter';
import { messages } from '../messages';

export interface ListedAttempt {
  readonly id: string;
  readonly number: number;
  readonly personId: string;
  readonly holder: string;
  readonly serviceNumber: string | null;
  readonly assessment: string;
  readonly result: AttemptResult;
  readonly points: number | null;
  readonly maxPoints: number | null;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly certificate: string | null;
}

const kinds: Record<AttemptResult, NoticeKind | 'plain'> = { passed: 'good', failed: 'warn', voided: 'plain', open: 'info' };

/** Attempts with how each ended and what it led to. */
export function AttemptTable({ rows }: { readonly rows: readonly ListedAttempt[] }) {
  const t = useTranslator(messages);
  const format = useFormatter();
  return (
    <DataTable
      caption={t('place.attempts')}
      hideCaption
      head={[t('column.started'), t('column.holder'), t('column.assessment'), t('column.attempt-number'), t('column.result'), t('column.points'), t('column.certificate')]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          <Link key="attempt" to={`/audit/attempts/${row.id}`} className="whitespace-nowrap">{format.dateTime(row.startedAt)}</Link>,
          <span key="holder"><Link to={`/audit/people/${row.personId}/attempts`}>{row.holder}</Link>{row.serviceNumber && <><br /><span className="text-sm text-soft">{row.serviceNumber}</span></>}</span>,
          row.assessment,
          format.number(row.number),
          <Badge key="result" kind={kinds[row.result]}>{t(`result.${row.result}`)}</Badge>,
          row.points === null || row.maxPoints === null ? '–' : t('points.of', { points: row.points, maxPoints: row.maxPoints }),
          row.certificate ? <Link key="certificate" to={`/audit/certificates/${row.certificate}`} className="font-mono whitespace-nowrap">{row.certificate}</Link> : '–',
        ],
      }))}
    />
  );
}
