import { Link } from '@remix-run/react';
import { useFormatter, useTranslator } from '~/i18n/speaking';
import { DataTable } from '~/ui/data-table';
import { Badge } from '~/ui/notice';
import { type Absence, type AbsenceFinding, namedBy } from '../core/absences';
import { messages } from '../messages';

/** Each thing that may not be, with how often it is. */
export function AbsenceTable({ findings, showExamples = false }: { readonly findings: readonly AbsenceFinding[]; readonly showExamples?: boolean }) {
  const t = useTranslator(messages);
  const format = useFormatter();
  const head = [t('absence.what'), t('absence.count'), ...(showExamples ? [t('absence.examples')] : [])];
  return (
    <DataTable
      caption={t('glance.absences')}
      hideCaption
      head={head}
      rows={findings.map(({ absence, count, examples }) => ({
        key: absence,
        cells: [
          t(`absence.${absence}`),
          <Badge key="count" kind={count === 0 ? 'good' : 'bad'}>{count === 0 ? t('absence.none') : format.number(count)}</Badge>,
          ...(showExamples ? [<Examples key="examples" absence={absence} examples={examples} />] : []),
        ],
      }))}
    />
  );
}

const pageOf = {
  person: (id: string) => `/audit/people/${id}/attempts`,
  attempt: (id: string) => `/audit/attempts/${id}`,
  certificate: (id: string) => `/audit/certificates/${id}`,
};

function Examples({ absence, examples }: { readonly absence: Absence; readonly examples: readonly string[] }) {
  const kind = namedBy(absence);
  if (examples.length === 0) return null;
  return (
    <ul className="space-y-1 font-mono text-sm">
      {examples.map((id) => <li key={id}>{kind === 'ledger-entry' ? id : <Link to={pageOf[kind](id)}>{id}</Link>}</li>)}
    </ul>
  );
}
