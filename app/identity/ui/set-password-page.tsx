import { Form } from '@remix-run/react';
import { useTranslator } from '~/i18n/speaking';
import { Button, ButtonLink } from '~/ui/button';
import { TextField } from '~/ui/field';
import { ErrorSummary } from '~/ui/notice';
import { Page } from '~/ui/page';
import type { FormState } from '../core/form-state';
import { messages } from '../messages';
import { formErrors } from './form-errors';

export function SetPasswordPage({ name, email, form }: { readonly name: string; readonly email: string; readonly form: FormState | null }) {
  const t = useTranslator(messages);
  const errors = formErrors(t, form, 'password');
  return (
    <Page title={t('set-password.title')} lead={t('set-password.lead', { name, email })} width="reading">
      <ErrorSummary title={t('form.errors')} errors={errors} />
      <Form method="post" className="max-w-md">
        {/* Password managers save what is set here under the e-mail. */}
        <input type="email" name="username" value={email} autoComplete="username" readOnly hidden />
        <NewPasswordFields errors={errors} />
        <Button>{t('set-password.submit')}</Button>
      </Form>
    </Page>
  );
}

/** A new password, typed twice: without JavaScript nobody can look at what was typed. */
export function NewPasswordFields({ errors }: { readonly errors: Readonly<Record<string, string>> }) {
  const t = useTranslator(messages);
  return (
    <>
      <TextField name="password" type="password" label={t('set-password.password')} hint={t('set-password.hint')} error={errors['password']} autoComplete="new-password" required />
      <TextField name="again" type="password" label={t('set-password.again')} error={errors['again']} autoComplete="new-password" required />
    </>
  );
}

export function LinkNotValidPage() {
  const t = useTranslator(messages);
  return (
    <Page title={t('set-password.invalid-title')} lead={t('set-password.invalid-lead')} width="reading">
      <ButtonLink to="/forgot">{t('set-password.ask-again')}</ButtonLink>
    </Page>
  );
}
