import { type Locale, locales, parseLocale, sourceLocale } from '~/kernel/locale';

/** The first of the wished languages that the interface speaks (RFC 9110 §12.5.4 weights), else the source language. */
export function negotiate(acceptLanguage: string | null): Locale {
  const wishes = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.map((text) => /^\s*q=([\d.]+)$/.exec(text)?.[1]).find(Boolean);
      return { language: tag.split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { language } of wishes) {
    const locale = parseLocale(language);
    if (locale) return locale;
  }
  return sourceLocale;
}

/** The address of this page in another language: `?lang=` replaced, everything else kept. */
export function inLanguage(url: URL, locale: Locale): string {
  const parameters = new URLSearchParams(url.search);
  parameters.set('lang', locale);
  return `${url.pathname}?${parameters}`;
}

export function otherLocales(current: Locale): Locale[] {
  return locales.filter((locale) => locale !== current);
}
