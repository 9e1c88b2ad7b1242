import type { Locale } from '~/kernel/locale';
import { messages } from '../messages';

/** A refusal's words. @throws Error for a name that has none: a refusal without words is a bug */
export function refusalText(locale: Locale, refusal: string): string {
  const key = `refusal.${refusal}`;
  if (!messages.has(key)) throw new Error(`Nobody gave the refusal ${refusal} its words`);
  return messages.translator(locale)(key);
}
