import { Form } from '@remix-run/react';
import { useTranslator } from '~/i18n/speaking';
import { Button, ButtonLink } from '~/ui/button';
import { SelectField, TextField } from '~/ui/field';
import { ErrorSummary } from '~/ui/notice';
import { Page } from '~/ui/page';
import { EmptyState } from '~/ui/surface';
import { attemptResults } from '../core/attempt-filter';
import { messages } from '../messages';
import { AttemptTable, type ListedAttempt } from './attempt-table';

interface AttemptsProps {
  readonly title: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly wrong: readonly string[];
  readonly register: { readonly rows: readonly ListedAttempt[]; readonly next: string | null } | null;
  readonly assessments: readonly string[];
  readonly asked: string;
}

/** Every attempt of an administration, failed and voided ones too. */
export function AttemptsView({ title, typed, wrong, register, assessments, asked }: AttemptsProps) {
  const t = useTranslator(messages);
  return (
    <Page title={title} lead={t('attempts.lead')} width="wide">
      <AttemptFilterForm typed={typed} wrong={wrong} assessments={assessments} />
      {register && register.rows.length > 0 && <AttemptTable rows={register.rows} />}
      {register && register.rows.length === 0 && <EmptyState title={t('attempts.none')} />}
      {register?.next && <p><ButtonLink kind="secondary" rel="next" to={`/audit/attempts?${asked}${asked && '&'}after=${encodeURIComponent(register.next)}`}>{t('register.older')}</ButtonLink></p>}
    </Page>
  );
}

const fields = ['holder', 'assessment', 'result', 'from', 'to'] as const;

function AttemptFilterForm({ typed, wrong, assessments }: Pick<AttemptsProps, 'typed' | 'wrong' | 'assessments'>) {
  const t = useTranslator(messages);
  const errors = Object.fromEntries(fields.filter((field) => wrong.includes(field)).map((field) => [field, t(`filter.wrong.${field}`)]));
  const all = { value: '', label: t('filter.all') };
  return (
    <>
      <ErrorSummary title={t('filter.wrong')} errors={errors} />
      <Form method="get" className="mb-8 rounded-lg border border-line bg-raised p-5" role="search">
        <div className="grid gap-x-5 sm:grid-cols-2 lg:grid-cols-5">
          <TextField name="holder" label={t('filter.holder')} defaultValue={typed['holder'] ?? ''} error={errors['holder']} maxLength={100} />
          <SelectField name="assessment" label={t('column.assessment')} defaultValue={typed['assessment'] ?? ''} error={errors['assessment']} choices={[all, ...assessments.map((code) => ({ value: code, label: code }))]} />
          <SelectField name="result" label={t('column.result')} defaultValue={typed['result'] ?? ''} error={errors['result']} choices={[all, ...attemptResults.map((result) => ({ value: result, label: t(`result.${result}`) }))]} />
          <TextField name="from" type="date" label={t('filter.started-from')} defaultValue={typed['from'] ?? ''} error={errors['from']} />
          <TextField name="to" type="date" label={t('filter.started-to')} defaultValue={typed['to'] ?? ''} error={errors['to']} />
        </div>
        <div className="flex flex-wrap gap-3"><Button>{t('filter.ask')}</Button><ButtonLink kind="quiet" to="/audit/attempts">{t('filter.clear')}</ButtonLink></div>
      </Form>
    </>
  );
}
