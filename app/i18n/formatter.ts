import type { Instant } from '~/kernel/instant';
import type { Locale } from '~/kernel/locale';

/** Dates, times and numbers in one language and time zone. */
export interface Formatter {
  readonly locale: Locale;
  readonly timeZone: string;
  /** 24 November 2026 */
  readonly date: (instant: Instant) => string;
  /** 24 November 2026 at 14:02 UTC: always with the zone, since certificates cross borders. */
  readonly dateTime: (instant: Instant) => string;
  /** 14:02 */
  readonly time: (instant: Instant) => string;
  readonly number: (value: number) => string;
  /** @param wholePercent 0 to 100 */
  readonly percent: (wholePercent: number) => string;
}

const made = new Map<string, Formatter>();

export function formatter(locale: Locale, timeZone: string): Formatter {
  const key = `${locale} ${timeZone}`;
  const existing = made.get(key);
  if (existing) return existing;
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone });
  const dateTime = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
    timeZone,
  });
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const result: Formatter = {
    locale,
    timeZone,
    date: (instant) => date.format(instant),
    dateTime: (instant) => dateTime.format(instant),
    time: (instant) => time.format(instant),
    number: (value) => number.format(value),
    percent: (wholePercent) => percent.format(wholePercent / 100),
  };
  made.set(key, result);
  return result;
}
