import { Link } from '@remix-run/react';
import { useFormatter, useTranslator } from '~/i18n/speaking';
import { DataTable } from '~/ui/data-table';
import { Alert } from '~/ui/notice';
import { Page } from '~/ui/page';
import { Card, EmptyState, Facts } from '~/ui/surface';
import { messages } from '../messages';

/** A mail that waits in the outbox. */
export interface WaitingMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly at: Date;
}

export function OutboxPage({ mails, sent }: { readonly mails: readonly WaitingMail[]; readonly sent: boolean }) {
  const t = useTranslator(messages);
  const { dateTime } = useFormatter();
  const rows = mails.map(({ id, subject, to, at }) => ({
    key: id,
    cells: [<Link key="subject" to={`/admin/outbox/${id}`} className="-my-1 inline-block py-1">{subject}</Link>, to, dateTime(new Date(at))],
  }));
  return (
    <Page title={t('outbox.title')} lead={sent ? undefined : t('outbox.lead')}>
      {sent && <Alert kind="info"><p>{t('outbox.sent')}</p></Alert>}
      {!sent && (rows.length === 0
        ? <EmptyState title={t('outbox.none')} />
        : <DataTable caption={t('outbox.list', { count: rows.length })} head={[t('outbox.subject'), t('outbox.to'), t('outbox.at')]} rows={rows} />)}
    </Page>
  );
}

export function MailPage({ mail }: { readonly mail: WaitingMail }) {
  const t = useTranslator(messages);
  const { dateTime } = useFormatter();
  const breadcrumbs = [{ to: '/admin/outbox', label: t('outbox.title') }];
  return (
    <Page title={mail.subject} width="reading" breadcrumbs={breadcrumbs} breadcrumbsLabel={t('admin.breadcrumbs')}>
      <Facts facts={[{ name: t('outbox.to'), value: mail.to }, { name: t('outbox.at'), value: dateTime(new Date(mail.at)) }]} />
      <Card><p className="break-words whitespace-pre-wrap">{withLinks(mail.text)}</p></Card>
    </Page>
  );
}

/** The addresses in a mail as links; split at a capturing pattern, every second piece is one. */
function withLinks(text: string) {
  return text.split(/(https?:\/\/\S+)/).map((piece, index) => (index % 2 === 1 ? <a key={index} href={piece}>{piece}</a> : piece));
}
