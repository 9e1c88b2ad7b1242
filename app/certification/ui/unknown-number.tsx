import { useTranslator } from '~/i18n/speaking';
import { Alert } from '~/ui/notice';
import { Page } from '~/ui/page';
import { messages } from '../messages';
import { AskForNumber } from './ask-for-number';

/** The sixth answer: nobody issued this number here. */
export function UnknownNumber({ typed, looksRight }: { readonly typed: string; readonly looksRight: boolean }) {
  const t = useTranslator(messages);
  return (
    <Page title={t('answer.unknown.title')} width="reading">
      <Alert kind="bad" title={t('answer.unknown.short')}>
        <p>{t(looksRight ? 'answer.unknown.body' : 'answer.unknown.mistyped', { number: typed })}</p>
      </Alert>
      <AskForNumber typed={typed} />
    </Page>
  );
}
