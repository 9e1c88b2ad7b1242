import { Form } from '@remix-run/react';
import { useFormatter, useTranslator } from '~/i18n/speaking';
import { Button } from '~/ui/button';
import { TextArea } from '~/ui/field';
import { Alert, ErrorSummary } from '~/ui/notice';
import { Page } from '~/ui/page';
import { Facts } from '~/ui/surface';
import { messages } from '../messages';

interface LogProps {
  readonly title: string;
  readonly log: { readonly key: string; readonly origin: string; readonly size: number; readonly root: string; readonly checkpoint: string; readonly waiting: number; readonly unsigned: number };
  readonly compared: { readonly typed: string; readonly size: number | null; readonly refusal: string | null } | null;
}

/** The public log as it stands, and whether it continues the one whose checkpoint the auditor kept. */
export function LogView({ title, log, compared }: LogProps) {
  const t = useTranslator(messages);
  const format = useFormatter();
  const malformed = compared?.refusal === 'bad-input';
  return (
    <Page title={title} lead={t('log.lead')} width="normal">
      <Facts
        facts={[
          { name: t('log.origin'), value: <code>{log.origin}</code> },
          { name: t('log.size'), value: format.number(log.size) },
          { name: t('log.root'), value: <code className="break-all">{log.root}</code> },
          { name: t('log.key'), value: <code className="break-all">{log.key}</code> },
          { name: t('log.waiting'), value: t('log.seconds', { seconds: format.number(Math.round(log.waiting / 1000)) }) },
          { name: t('log.unsigned'), value: format.number(log.unsigned) },
        ]}
      />
      <h2 className="mb-2 text-xl">{t('log.checkpoint')}</h2>
      <p className="mb-2">{t('log.keep')}</p>
      <pre className="mb-8 overflow-x-auto rounded-md border border-line bg-sunken p-3 text-sm" tabIndex={0}>{log.checkpoint}</pre>
      <h2 className="mb-2 text-xl">{t('compare.title')}</h2>
      <p className="mb-3">{t('compare.lead')}</p>
      {malformed && <ErrorSummary title={t('filter.wrong')} errors={{ checkpoint: t('compare.empty') }} />}
      {compared && compared.size !== null && <Alert kind="good" role="status" title={t('compare.continues', { size: compared.size })} />}
      {compared?.refusal && !malformed && <Alert kind="bad" role="alert" title={t('compare.differs')}><p><code>{compared.refusal}</code></p></Alert>}
      <Form method="post">
        <TextArea name="checkpoint" label={t('compare.label')} hint={t('compare.hint')} error={malformed ? t('compare.empty') : undefined} defaultValue={compared?.typed ?? ''} rows={7} spellCheck={false} required />
        <Button>{t('compare.ask')}</Button>
      </Form>
    </Page>
  );
}
