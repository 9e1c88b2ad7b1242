import { useTranslator } from '~/i18n/speaking';
import { ButtonLink } from '~/ui/button';
import { Page } from '~/ui/page';
import { messages } from '../messages';

/** For who opens the address that answers are sent to: there is nothing to see, the exam is over there. */
export function ToTheAttempt({ attemptId }: { readonly attemptId: string }) {
  const t = useTranslator(messages);
  return (
    <Page title={t('answer.nothing-here')} width="reading">
      <ButtonLink to={`/attempts/${attemptId}`}>{t('answer.to-attempt')}</ButtonLink>
    </Page>
  );
}
