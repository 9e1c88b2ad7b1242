import { createContext, type ReactNode, useContext } from 'react';
import { type Locale, sourceLocale } from '~/kernel/locale';
import type { Catalogue, Translator } from './catalogue';
import { type Formatter, formatter } from './formatter';

interface Speaking {
  readonly locale: Locale;
  readonly timeZone: string;
}

const SpeakingContext = createContext<Speaking>({ locale: sourceLocale, timeZone: 'UTC' });

/** Gives the page its language and time zone. */
export function SpeakingProvider({ children, locale, timeZone }: Speaking & { readonly children: ReactNode }) {
  return <SpeakingContext.Provider value={{ locale, timeZone }}>{children}</SpeakingContext.Provider>;
}

export function useLocale(): Locale {
  return useContext(SpeakingContext).locale;
}

export function useTranslator<Key extends string>(messages: Catalogue<Key>): Translator<Key> {
  return messages.translator(useLocale());
}

export function useFormatter(): Formatter {
  const { locale, timeZone } = useContext(SpeakingContext);
  return formatter(locale, timeZone);
}
