import { useTranslator } from '~/i18n/speaking';
import { ButtonLink } from '~/ui/button';
import { Page } from '~/ui/page';
import { EmptyState } from '~/ui/surface';
import { messages } from '../messages';
import { AttemptTable, type ListedAttempt } from './attempt-table';

interface OfficerProps {
  readonly title: string;
  readonly officer: { readonly serviceNumber: string | null; readonly rows: readonly ListedAttempt[]; readonly next: string | null };
}

/** How often this officer tried, and how each attempt ended. */
export function OfficerAttemptsView({ title, officer }: OfficerProps) {
  const t = useTranslator(messages);
  const breadcrumbs = [{ to: '/audit/attempts', label: t('place.attempts') }];
  return (
    <Page title={title} lead={officer.serviceNumber ?? undefined} width="wide" breadcrumbs={breadcrumbs} breadcrumbsLabel={t('audit.breadcrumbs')}>
      {officer.rows.length > 0 ? <AttemptTable rows={officer.rows} /> : <EmptyState title={t('attempts.none')} />}
      {officer.next && <p><ButtonLink kind="secondary" rel="next" to={`?after=${encodeURIComponent(officer.next)}`}>{t('register.older')}</ButtonLink></p>}
    </Page>
  );
}
