import { Link } from '@remix-run/react';
import { messages as certificateWords } from '~/certification/messages';
import { useFormatter, useTranslator } from '~/i18n/speaking';
import { Alert } from '~/ui/notice';
import { Page } from '~/ui/page';
import type { AbsenceFinding } from '../core/absences';
import { attemptResults } from '../core/attempt-filter';
import { messages } from '../messages';
import { AbsenceTable } from './absence-table';

const statuses = ['valid', 'expired', 'suspended', 'revoked', 'superseded'] as const;

export interface GlanceNumbers {
  readonly certificates: Readonly<Record<(typeof statuses)[number], number>>;
  readonly attempts: Readonly<Record<'started' | (typeof attemptResults)[number], number>>;
  readonly absences: readonly AbsenceFinding[];
}

/** An administration in numbers; what is missing stands first, for that is what an auditor looks for. */
export function GlanceView({ title, administration, numbers }: { readonly title: string; readonly administration: string; readonly numbers: GlanceNumbers }) {
  const t = useTranslator(messages);
  const ofCertificates = useTranslator(certificateWords);
  const format = useFormatter();
  const missing = numbers.absences.filter(({ count }) => count > 0);
  return (
    <Page title={title} lead={t('audit.lead', { administration })} width="wide">
      {missing.length === 0
        ? <Alert kind="good" title={t('glance.nothing-missing')}><p>{t('glance.nothing-missing-next')}</p></Alert>
        : <Alert kind="bad" title={t('glance.missing', { count: missing.length })}><p><Link to="/audit/completeness">{t('place.completeness')}</Link></p></Alert>}
      <h2 className="mb-3 text-xl">{t('place.certificates')}</h2>
      <ul className="mb-8 grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
        {statuses.map((status) => <Count key={status} to={`/audit/certificates?status=${status}`} label={ofCertificates(`answer.${status}.short`)} count={format.number(numbers.certificates[status])} />)}
      </ul>
      <h2 className="mb-3 text-xl">{t('place.attempts')}</h2>
      <ul className="mb-8 grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
        <Count to="/audit/attempts" label={t('result.started')} count={format.number(numbers.attempts.started)} />
        {attemptResults.map((result) => <Count key={result} to={`/audit/attempts?result=${result}`} label={t(`result.${result}`)} count={format.number(numbers.attempts[result])} />)}
      </ul>
      <h2 className="mb-3 text-xl">{t('glance.absences')}</h2>
      <AbsenceTable findings={numbers.absences} />
    </Page>
  );
}

function Count({ to, label, count }: { readonly to: string; readonly label: string; readonly count: string }) {
  return (
    <li>
      <Link to={to} className="block rounded-lg border border-line bg-raised p-4 no-underline hover:border-accent">
        <span className="block text-3xl font-bold text-ink">{count}</span>
        <span className="text-sm text-soft">{label}</span>
      </Link>
    </li>
  );
}
