import { Form, Link } from '@remix-run/react';
import { useTranslator } from '~/i18n/speaking';
import { Button } from '~/ui/button';
import { TextField } from '~/ui/field';
import { Alert, ErrorSummary } from '~/ui/notice';
import { Page } from '~/ui/page';
import type { FormState } from '../core/form-state';
import { messages } from '../messages';
import { formErrors } from './form-errors';

export function ForgotPage({ sent, form }: { readonly sent: boolean; readonly form: FormState | null }) {
  const t = useTranslator(messages);
  const errors = formErrors(t, form, 'email');
  return (
    <Page title={t('forgot.title')} lead={t('forgot.lead')} width="reading">
      <ErrorSummary title={t('form.errors')} errors={errors} />
      {sent && !form && <Alert kind="good" role="status"><p>{t('forgot.sent')}</p></Alert>}
      <Form method="post" action="/forgot" className="max-w-md">
        <TextField name="email" type="email" label={t('sign-in.email')} defaultValue={form?.given['email'] ?? ''} error={errors['email']} autoComplete="username" required />
        <Button>{t('forgot.submit')}</Button>
      </Form>
      <p className="mt-4"><Link to="/login" className="inline-block py-1">{t('forgot.back')}</Link></p>
    </Page>
  );
}
