import { Form } from '@remix-run/react';
import { useTranslator } from '~/i18n/speaking';
import { Button } from '~/ui/button';
import { TextField } from '~/ui/field';
import { ErrorSummary } from '~/ui/notice';
import { Page } from '~/ui/page';
import type { FormState } from '../core/form-state';
import { messages } from '../messages';
import { formErrors } from './form-errors';
import { NewPasswordFields } from './set-password-page';

export function ChangePasswordPage({ email, form }: { readonly email: string; readonly form: FormState | null }) {
  const t = useTranslator(messages);
  const errors = formErrors(t, form, 'current');
  const breadcrumbs = [{ to: '/account', label: t('account.title') }];
  return (
    <Page title={t('change-password.title')} lead={t('change-password.lead')} width="reading" breadcrumbs={breadcrumbs} breadcrumbsLabel={t('admin.breadcrumbs')}>
      <ErrorSummary title={t('form.errors')} errors={errors} />
      <Form method="post" action="/account/password" className="max-w-md">
        <input type="email" name="username" value={email} autoComplete="username" readOnly hidden />
        <TextField name="current" type="password" label={t('change-password.current')} error={errors['current']} autoComplete="current-password" required />
        <NewPasswordFields errors={errors} />
        <Button>{t('change-password.submit')}</Button>
      </Form>
    </Page>
  );
}
