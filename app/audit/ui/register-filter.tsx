import { Form } from '@remix-run/react';
import { certificateStatuses } from '~/certification/core/certificate-machine';
import { messages as certificateWords } from '~/certification/messages';
import { useLocale, useTranslator } from '~/i18n/speaking';
import type { Localized } from '~/kernel/locale';
import { Button, ButtonLink } from '~/ui/button';
import { SelectField, TextField } from '~/ui/field';
import { ErrorSummary } from '~/ui/notice';
import { messages } from '../messages';

interface FilterProps {
  readonly typed: Readonly<Record<string, string>>;
  readonly wrong: readonly string[];
  readonly choices: { readonly posts: readonly { readonly code: string; readonly name: Localized; readonly depth: number }[]; readonly courses: readonly string[] };
  readonly base: string;
}

const fields = ['number', 'holder', 'course', 'status', 'post', 'from', 'to'] as const;

/** A GET form: the list it shows has an address that can be sent to a colleague. */
export function RegisterFilter({ typed, wrong, choices, base }: FilterProps) {
  const t = useTranslator(messages);
  const ofCertificates = useTranslator(certificateWords);
  const locale = useLocale();
  const errors = Object.fromEntries(fields.filter((field) => wrong.includes(field)).map((field) => [field, t(`filter.wrong.${field}`)]));
  const all = { value: '', label: t('filter.all') };
  const indent = (depth: number) => '\u2003'.repeat(depth);
  return (
    <>
      <ErrorSummary title={t('filter.wrong')} errors={errors} />
      <Form method="get" className="mb-8 rounded-lg border border-line bg-raised p-5" role="search">
        <div className="grid gap-x-5 sm:grid-cols-2 lg:grid-cols-4">
          <TextField name="number" label={t('column.number')} defaultValue={typed['number'] ?? ''} error={errors['number']} maxLength={60} />
          <TextField name="holder" label={t('filter.holder')} defaultValue={typed['holder'] ?? ''} error={errors['holder']} maxLength={100} />
          <SelectField name="course" label={t('column.course')} defaultValue={typed['course'] ?? ''} error={errors['course']} choices={[all, ...choices.courses.map((code) => ({ value: code, label: code }))]} />
          <SelectField name="status" label={t('column.status')} defaultValue={typed['status'] ?? ''} error={errors['status']} choices={[all, ...certificateStatuses.map((status) => ({ value: status, label: ofCertificates(`answer.${status}.short`) }))]} />
          <SelectField name="post" label={t('filter.post')} defaultValue={typed['post'] ?? ''} error={errors['post']} choices={[all, ...choices.posts.map(({ code, name, depth }) => ({ value: code, label: `${indent(depth)}${name[locale]}` }))]} />
          <TextField name="from" type="date" label={t('filter.from')} defaultValue={typed['from'] ?? ''} error={errors['from']} />
          <TextField name="to" type="date" label={t('filter.to')} defaultValue={typed['to'] ?? ''} error={errors['to']} />
        </div>
        <div className="flex flex-wrap gap-3"><Button>{t('filter.ask')}</Button><ButtonLink kind="quiet" to={base}>{t('filter.clear')}</ButtonLink></div>
      </Form>
    </>
  );
}
