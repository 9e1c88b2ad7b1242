import { type Locale, sourceLocale } from '~/kernel/locale';
import { messages } from './messages';

type Key = Parameters<ReturnType<typeof messages.translator>>[0];

/** `meta` of a page of this feature. */
export function pageTitle(locale: Locale | undefined, key: Key) {
  return [{ title: `${messages.translator(locale ?? sourceLocale)(key)} · Bluepost` }];
}
