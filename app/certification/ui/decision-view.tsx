import { Form } from '@remix-run/react';
import { useFormatter, useLocale, useTranslator } from '~/i18n/speaking';
import { Button } from '~/ui/button';
import { FieldGroup, RadioField, TextArea, TextField } from '~/ui/field';
import { Alert, ErrorSummary } from '~/ui/notice';
import { Page } from '~/ui/page';
import { Facts } from '~/ui/surface';
import type { CertificateDecision, CertificateEventType, CertificateStatus } from '../core/certificate-machine';
import { messages } from '../messages';
import { AnswerBadge } from './answer-badge';

export interface DecisionRefused {
  readonly refusal: string;
  readonly fields: readonly string[];
  readonly given: Readonly<Record<string, string>>;
}

interface DecisionProps {
  readonly title: string;
  readonly facts: { readonly number: string; readonly holder: string; readonly title: string; readonly locale: string; readonly awardedAt: Date; readonly validUntil: Date };
  readonly status: CertificateStatus;
  readonly open: readonly CertificateDecision[];
  readonly decisions: readonly { readonly sequence: number; readonly type: CertificateEventType; readonly actor: string; readonly reason: string; readonly replacedBy: string | null; readonly at: Date }[];
  readonly own: boolean;
  readonly done: CertificateEventType | null;
  readonly refused: DecisionRefused | null;
}

/** One certificate for its coordinator: what it is, what was decided, what may be decided now. */
export function DecisionView(props: DecisionProps) {
  const t = useTranslator(messages);
  const format = useFormatter();
  const { title, facts, status, open, own, done, refused } = props;
  const lang = facts.locale === useLocale() ? undefined : facts.locale;
  return (
    <Page title={title} width="reading" breadcrumbs={[{ to: '/admin/certificates', label: t('decide.list') }]} breadcrumbsLabel={t('decide.breadcrumbs')} actions={<AnswerBadge answer={status} />}>
      {done && <Alert kind="good" role="status" title={t(`decided.${done}`)}><p>{t('decided.told')}</p></Alert>}
      <Facts
        facts={[
          { name: t('fact.holder'), value: facts.holder },
          { name: t('fact.title'), value: <span lang={lang}>{facts.title}</span> },
          { name: t('fact.awarded'), value: format.date(facts.awardedAt) },
          { name: t('fact.valid-until'), value: format.date(facts.validUntil) },
        ]}
      />
      <p className="mb-8"><a href={`/verify/${facts.number}`}>{t('own.verify')}</a></p>
      <History decisions={props.decisions} />
      {own && <Alert kind="info" title={t('refusal.own-certificate')} />}
      {!own && open.length === 0 && <Alert kind="info" title={t('decide.final')} />}
      {!own && open.length > 0 && <DecisionForm open={open} refused={refused} />}
    </Page>
  );
}

function History({ decisions }: Pick<DecisionProps, 'decisions'>) {
  const t = useTranslator(messages);
  const format = useFormatter();
  return (
    <section aria-labelledby="history" className="mb-8">
      <h2 id="history" className="mb-3 text-xl">{t('decide.history')}</h2>
      <ol className="space-y-3">
        {decisions.map((decision) => (
          <li key={decision.sequence} className="rounded-md border border-line bg-raised p-4">
            <p><strong>{t(`event.${decision.type}`)}</strong> · {format.dateTime(decision.at)} · {decision.actor === 'system' ? t('decide.platform') : decision.actor}</p>
            {decision.reason && <p className="mt-1 whitespace-pre-wrap">{decision.reason}</p>}
            {decision.replacedBy && <p className="mt-1 font-mono"><a href={`/admin/certificates/${decision.replacedBy}`}>{decision.replacedBy}</a></p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function DecisionForm({ open, refused }: Pick<DecisionProps, 'open' | 'refused'>) {
  const t = useTranslator(messages);
  const wrong = (field: 'decision' | 'reason' | 'replacedBy') => (refused?.fields.includes(field) ? t(`wrong.${field}`) : undefined);
  const errors = Object.fromEntries((['decision', 'reason', 'replacedBy'] as const).flatMap((field) => (wrong(field) ? [[field, wrong(field) ?? '']] : [])));
  const chosen = refused?.given['decision'];
  return (
    <section aria-labelledby="decide">
      <h2 id="decide" className="mb-3 text-xl">{t('decide.title')}</h2>
      <ErrorSummary title={t('form.wrong')} errors={errors} />
      {refused && Object.keys(errors).length === 0 && <Alert kind="bad" role="alert" title={messages.has(`refusal.${refused.refusal}`) ? t(`refusal.${refused.refusal}` as 'refusal.own-certificate') : t('form.wrong')} />}
      <Form method="post" className="rounded-lg border border-line bg-raised p-5">
        <FieldGroup legend={t('decide.what')} error={wrong('decision')}>
          {open.map((decision, index) => <RadioField key={decision} id={index === 0 ? 'field-decision' : undefined} name="decision" value={decision} label={t(`decide.${decision}`)} defaultChecked={chosen === decision} required />)}
        </FieldGroup>
        {open.includes('supersede') && <TextField name="replacedBy" label={t('decide.replaced-by')} hint={t('decide.replaced-by-hint')} error={wrong('replacedBy')} defaultValue={refused?.given['replacedBy'] ?? ''} maxLength={60} autoComplete="off" />}
        <TextArea name="reason" label={t('decide.reason')} hint={t('decide.reason-hint')} error={wrong('reason')} defaultValue={refused?.given['reason'] ?? ''} required minLength={10} maxLength={2000} />
        <Button kind="danger">{t('decide.ask')}</Button>
      </Form>
    </section>
  );
}
