/** Languages the interface speaks. The first is the source language. */
export const locales = ['en', 'fr'] as const;
export type Locale = (typeof locales)[number];
export const sourceLocale: Locale = 'en';

/** Each language's name in itself. */
export const localeNames: Record<Locale, string> = { en: 'English', fr: 'Français' };

export function parseLocale(text: unknown): Locale | null {
  return locales.find((locale) => locale === text) ?? null;
}

/** Writing direction, for `dir`. Right-to-left languages can be added without touching a page. */
export function direction(locale: string): 'ltr' | 'rtl' {
  return /^(ar|fa|he|ps|ur)\b/.test(locale) ? 'rtl' : 'ltr';
}

/** A text in every language of the interface. */
export type Localized<Text = string> = Readonly<Record<Locale, Text>>;
