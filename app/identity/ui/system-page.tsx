import { useFormatter, useTranslator } from '~/i18n/speaking';
import { DataTable } from '~/ui/data-table';
import { Alert, Badge } from '~/ui/notice';
import { Page } from '~/ui/page';
import type { SystemState } from '../core/system-state';
import { messages } from '../messages';

export function SystemPage({ state }: { readonly state: SystemState }) {
  const t = useTranslator(messages);
  const { number } = useFormatter();
  const { database, migrations, jobs, log, mail, attention } = state;
  const parts = [
    { name: t('system.database'), well: true, detail: t('system.database-detail', { version: database.version, size: `${number(database.megabytes)} MB` }) },
    { name: t('system.migrations'), well: !attention.includes('migrations'), detail: t('system.migrations-detail', { count: migrations.applied, last: migrations.last }) },
    { name: t('system.jobs'), well: !attention.includes('jobs'), detail: t('system.jobs-detail', { waiting: jobs.waiting, failed: jobs.failed, seconds: jobs.oldestSeconds }) },
    { name: t('system.sequencer'), well: !attention.includes('log'), detail: t('system.sequencer-detail', { size: log.size, seconds: log.waitingSeconds }) },
    { name: t('system.mail'), well: true, detail: mail === 'smtp' ? t('system.mail-smtp') : t('system.mail-outbox') },
  ];
  const rows = parts.map(({ name, well, detail }) => ({
    key: name,
    cells: [name, well ? <Badge key="state" kind="good">{t('system.ok')}</Badge> : <Badge key="state" kind="warn">{t('system.look')}</Badge>, detail],
  }));
  return (
    <Page title={t('system.title')} lead={t('system.lead')}>
      {attention.length === 0 ? <Alert kind="good"><p>{t('system.well')}</p></Alert> : <Alert kind="warn"><p>{t('system.attention')}</p></Alert>}
      <DataTable caption={t('system.table')} head={[t('system.part'), t('system.state'), t('system.detail')]} rows={rows} />
    </Page>
  );
}
