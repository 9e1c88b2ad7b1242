import { Form } from '@remix-run/react';
import { useTranslator } from '~/i18n/speaking';
import { Button } from '~/ui/button';
import { TextField } from '~/ui/field';
import { Alert, ErrorSummary } from '~/ui/notice';
import { messages } from '../messages';

export interface Matched {
  readonly match: 'same' | 'different' | 'none' | 'missing';
  readonly typed: string;
}

/** "Is this the person?": compares a service number with the salted hash in the credential. */
export function MatchServiceNumber({ matched }: { readonly matched: Matched | null }) {
  const t = useTranslator(messages);
  const error = matched?.match === 'missing' ? t('match.missing') : undefined;
  return (
    <section aria-labelledby="match" className="rounded-lg border border-line bg-raised p-5">
      <h2 id="match" className="mb-2 text-lg">{t('match.title')}</h2>
      {error && <ErrorSummary title={t('form.wrong')} errors={{ serviceNumber: error }} />}
      {matched?.match === 'same' && <Alert kind="good" role="status" title={t('match.same')} />}
      {matched?.match === 'different' && <Alert kind="bad" role="alert" title={t('match.different')} />}
      <Form method="post">
        <TextField name="serviceNumber" label={t('match.label')} hint={t('match.hint')} error={error} defaultValue={matched?.typed ?? ''} required maxLength={60} autoComplete="off" spellCheck={false} />
        <Button kind="secondary">{t('match.ask')}</Button>
      </Form>
    </section>
  );
}
