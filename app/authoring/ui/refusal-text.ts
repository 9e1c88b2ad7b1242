import { messages } from '~/authoring/messages';
import { messages as contentMessages } from '~/content/messages';
import type { Locale } from '~/kernel/locale';

/** A refusal's words: the studio's own, or those of content, whose gate and publication speak through the studio. */
export function refusalText(locale: Locale, refusal: string): string {
  const key = `refusal.${refusal}`;
  if (messages.has(key)) return messages.translator(locale)(key);
  if (contentMessages.has(key)) return contentMessages.translator(locale)(key);
  throw new Error(`Nobody gave the refusal ${refusal} its words`);
}
