import type { Formatter } from '~/i18n/formatter';
import type { Translator } from '~/i18n/catalogue';
import type { Fraction } from '~/kernel/points';

type PassMarkKey = 'rules.pass-mark' | 'rules.pass-mark-fraction' | 'result.pass-mark-fraction';

/** The share as a whole percentage, or null where it is none: seven tenths is 70 %, two thirds is not 66 %. */
function wholePercent({ numerator, denominator }: Fraction): number | null {
  const hundredfold = numerator * 100;
  return hundredfold % denominator === 0 ? hundredfold / denominator : null;
}

/** The rule in a sentence. */
export function passMarkRule(passMark: Fraction, { t, format }: { readonly t: Translator<PassMarkKey>; readonly format: Formatter }): string {
  const percent = wholePercent(passMark);
  return percent === null ? t('rules.pass-mark-fraction', { ...passMark }) : t('rules.pass-mark', { percent: format.percent(percent) });
}

/** The share alone. */
export function passMarkShare(passMark: Fraction, { t, format }: { readonly t: Translator<PassMarkKey>; readonly format: Formatter }): string {
  const percent = wholePercent(passMark);
  return percent === null ? t('result.pass-mark-fraction', { ...passMark }) : format.percent(percent);
}
