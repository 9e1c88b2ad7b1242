import { Form } from '@remix-run/react';
import { useTranslator } from '~/i18n/speaking';
import { Button } from '~/ui/button';
import { TextField } from '~/ui/field';
import { ErrorSummary } from '~/ui/notice';
import { messages } from '../messages';

/** The one question of the verification page. A GET form: the answer has an address. */
export function AskForNumber({ typed, error }: { readonly typed: string; readonly error?: string | undefined }) {
  const t = useTranslator(messages);
  return (
    <>
      {error && <ErrorSummary title={t('form.wrong')} errors={{ number: error }} />}
      <Form method="get" action="/verify" className="mb-8 rounded-lg border border-line bg-raised p-5">
        <TextField name="number" label={t('verify.number')} hint={t('verify.number-hint')} error={error} defaultValue={typed} required maxLength={60} autoComplete="off" autoCapitalize="characters" spellCheck={false} />
        <Button>{t('verify.ask')}</Button>
      </Form>
    </>
  );
}
