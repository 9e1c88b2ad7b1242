import { IntlMessageFormat } from 'intl-messageformat';
import { type Locale, locales } from '~/kernel/locale';

interface SourceMessage {
  readonly text: string;
  readonly note: string;
}

export type MessageValues = Readonly<Record<string, string | number>>;

/** Says one message of one catalogue in one language. */
export type Translator<Key extends string> = (key: Key, values?: MessageValues) => string;

/** The words of one feature in every language. */
export interface Catalogue<Key extends string> {
  readonly texts: Readonly<Record<Locale, Readonly<Record<Key, string>>>>;
  /** One translator per language, made once: formatting is a look-up and, with values, one ICU format. */
  readonly translator: (locale: Locale) => Translator<Key>;
  readonly has: (key: string) => key is Key;
}

/** The translations must hold exactly the keys of the source: a missing or a needless one does not compile. */
export function catalogue<Key extends string>(given: {
  readonly en: Readonly<Record<Key, SourceMessage>>;
  readonly fr: Readonly<Record<NoInfer<Key>, string>>;
}): Catalogue<Key> {
  const source = Object.fromEntries(
    Object.entries<SourceMessage>(given.en).map(([key, message]) => [key, message.text]),
  ) as Record<Key, string>;
  const texts = { en: source, fr: given.fr };
  const translators = new Map(locales.map((locale) => [locale, translatorFor(locale, texts[locale])]));
  return {
    texts,
    translator: (locale) => translators.get(locale)!,
    has: (key): key is Key => Object.hasOwn(source, key),
  };
}

function translatorFor<Key extends string>(locale: Locale, texts: Readonly<Record<Key, string>>): Translator<Key> {
  const compiled = new Map<Key, IntlMessageFormat>();
  return (key, values) => {
    const text = texts[key];
    if (text === undefined) throw new Error(`No message ${key} in ${locale}`);
    if (!values && !text.includes('{')) return text.replaceAll("''", "'");
    const message = compiled.get(key) ?? new IntlMessageFormat(text, locale);
    compiled.set(key, message);
    return String(message.format(values));
  };
}
