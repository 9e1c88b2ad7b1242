import { Form, Link } from '@remix-run/react';
import { useTranslator } from '~/i18n/speaking';
import { Button } from '~/ui/button';
import { TextField } from '~/ui/field';
import { Alert, ErrorSummary } from '~/ui/notice';
import { Page } from '~/ui/page';
import type { FormState } from '../core/form-state';
import { messages } from '../messages';
import { DemoSignIns } from './demo-sign-ins';
import { formErrors } from './form-errors';

export interface SignInPageProps {
  readonly next: string | null;
  readonly email: string;
  readonly signedOut: boolean;
  readonly demo: boolean;
  readonly form: FormState | null;
}

export function SignInPage({ next, email, signedOut, demo, form }: SignInPageProps) {
  const t = useTranslator(messages);
  const errors = formErrors(t, form, 'email');
  return (
    <Page title={t('sign-in.title')} lead={t('sign-in.lead')} width={demo ? 'normal' : 'reading'}>
      <ErrorSummary title={t('form.errors')} errors={errors} />
      {signedOut && !form && <Alert kind="good" role="status"><p>{t('sign-in.signed-out')}</p></Alert>}
      {next && !form && <Alert kind="info"><p>{t('sign-in.to-go-on')}</p></Alert>}
      <div className="max-w-md">
        <Form method="post" action="/login">
          {next && <input type="hidden" name="next" value={next} />}
          <TextField name="email" type="email" label={t('sign-in.email')} defaultValue={form?.given['email'] ?? email} error={errors['email']} autoComplete="username" required />
          <TextField name="password" type="password" label={t('sign-in.password')} error={errors['password']} autoComplete="current-password" required />
          <Button>{t('sign-in.title')}</Button>
          <p className="mt-4"><Link to="/forgot" className="inline-block py-1">{t('sign-in.forgot')}</Link></p>
        </Form>
        <p className="mt-4 text-sm text-soft">{t('sign-in.shared')}</p>
      </div>
      {demo && <DemoSignIns next={next} />}
    </Page>
  );
}
