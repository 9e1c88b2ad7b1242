import { messages } from '~/authoring/messages';
import { type Locale, sourceLocale } from '~/kernel/locale';

/** The browser window's title for a page of the studio. */
export function studioTitle(locale: Locale | undefined, title: string | undefined): { title: string }[] {
  const t = messages.translator(locale ?? sourceLocale);
  return [{ title: `${title || t('draft.untitled')} · ${t('studio.title')}` }];
}
