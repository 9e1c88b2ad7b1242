import type { Formatter } from '~/i18n/formatter';
import type { Translator } from '~/i18n/catalogue';
import type { StartDecision } from '../core/attempt-rules';

type StartKey = 'start.not-cooling-down' | 'start.not-limit' | 'start.not-passed' | 'start.not-passed-until';

/** Why the exam cannot be started now, and from when on it can. */
export function whyNotStart(start: Extract<StartDecision, { may: 'not-start' }>, { t, format }: { readonly t: Translator<StartKey>; readonly format: Formatter }): string {
  if (start.refusal === 'attempt-limit-reached') return t('start.not-limit');
  if (start.refusal === 'attempt-cooling-down') return t('start.not-cooling-down', { at: format.dateTime(start.possibleAt) });
  return start.possibleAt ? t('start.not-passed-until', { at: format.date(start.possibleAt) }) : t('start.not-passed');
}
