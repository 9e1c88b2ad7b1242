import { useTranslator } from '~/i18n/speaking';
import { Alert } from '~/ui/notice';
import type { DoneName } from '../core/done';
import { messages } from '../messages';

/** What the form before this page has done. */
export function DoneNotice({ done, name = '' }: { readonly done: DoneName | null; readonly name?: string }) {
  const t = useTranslator(messages);
  if (!done) return null;
  return <Alert kind="good" title={t('done.title')} role="status"><p>{t(`done.${done}`, { name })}</p></Alert>;
}
