import type { Locale } from '~/kernel/locale';

const noBreakSpace = '\u00a0';

/**
 * The small marks of print that authors do not type: the apostrophe ’ and, in French, a space that does not break before ; : ? ! »
 * and after «, and between groups of three digits. Setting a text twice changes nothing.
 */
export function typeset(text: string, locale: Locale): string {
  if (locale === 'en') return text.replace(/(?<=\p{L})'(?=\p{L})/gu, '’');
  return text
    .replace(/(?<=[\p{L}\d])'/gu, '’')
    .replace(/ (?=[;:?!»])/g, noBreakSpace)
    .replace(/« /g, `«${noBreakSpace}`)
    .replace(/(?<=\d) (?=\d{3}(?!\d))/g, noBreakSpace);
}
