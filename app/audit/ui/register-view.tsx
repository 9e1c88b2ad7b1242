import { useFormatter, useTranslator } from '~/i18n/speaking';
import { ButtonLink } from '~/ui/button';
import { EmptyState } from '~/ui/surface';
import { Page } from '~/ui/page';
import type { Localized } from '~/kernel/locale';
import { messages } from '../messages';
import { CertificateTable, type ListedCertificate } from './certificate-table';
import { RegisterFilter } from './register-filter';

/** The register counts exactly up to here. */
const counted = 10_000;

interface RegisterProps {
  readonly title: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly wrong: readonly string[];
  readonly choices: { readonly posts: readonly { readonly code: string; readonly name: Localized; readonly depth: number }[]; readonly courses: readonly string[] };
  readonly register: { readonly rows: readonly ListedCertificate[]; readonly count: number; readonly next: string | null } | null;
  /** The filter as a query, without the place in the list. */
  readonly asked: string;
  /** The auditor's register, or the coordinator's, which has no export and leads to decisions. */
  readonly base?: '/audit/certificates' | '/admin/certificates';
}

/** The certificates of an administration: filter, list, export of exactly what the filter shows. */
export function RegisterView({ title, typed, wrong, choices, register, asked, base = '/audit/certificates' }: RegisterProps) {
  const t = useTranslator(messages);
  const format = useFormatter();
  const query = (more: Record<string, string> = {}) => `${new URLSearchParams([...new URLSearchParams(asked), ...Object.entries(more)])}`;
  const audited = base === '/audit/certificates';
  const exporting = audited && register && register.count > 0 && <ButtonLink kind="secondary" reloadDocument to={`/audit/certificates.csv?${query()}`}>{t('register.export')}</ButtonLink>;
  return (
    <Page title={title} lead={t(audited ? 'register.lead' : 'register.lead-coordinator')} width="wide" actions={exporting}>
      <RegisterFilter typed={typed} wrong={wrong} choices={choices} base={base} />
      {register && <p className="mb-3 font-semibold" role="status">{register.count > counted ? t('register.more-than', { count: format.number(counted) }) : t('register.found', { count: register.count })}</p>}
      {register && register.rows.length > 0 && <CertificateTable rows={register.rows} base={base} />}
      {register && register.rows.length === 0 && <EmptyState title={t('register.none')} />}
      {register?.next && <p><ButtonLink kind="secondary" to={`${base}?${query({ after: register.next })}`} rel="next">{t('register.older')}</ButtonLink></p>}
    </Page>
  );
}
