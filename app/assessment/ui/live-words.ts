import type { Translator } from '~/i18n/catalogue';

/** What the island says, by its own names. `{time}` and such are filled in by the browser. */
export const liveWords = {
  saved: 'attempt.saved-at',
  saving: 'live.saving',
  unsent: 'live.unsent',
  lineDown: 'live.line-down',
  signIn: 'live.sign-in',
  otherWindow: 'live.other-window',
  closed: 'live.closed',
  suspended: 'live.suspended',
  failed: 'live.failed',
  fiveMinutes: 'live.five-minutes',
  oneMinute: 'live.one-minute',
  timeIsUp: 'live.time-is-up',
  timeLeft: 'attempt.time-left',
  lastMinute: 'attempt.last-minute',
  answered: 'attempt.answered',
  open: 'attempt.open',
  answeredCount: 'attempt.answered-count',
} as const;

export type LiveWord = keyof typeof liveWords;
type LiveKey = (typeof liveWords)[LiveWord];

/** The words of the island as JSON for a `data-` attribute, with their placeholders left open. */
export function liveWordsJson(t: Translator<LiveKey>): string {
  const open = { time: '{time}', minutes: '{minutes}', answered: '{answered}', total: '{total}' };
  return JSON.stringify(Object.fromEntries(Object.entries(liveWords).map(([word, key]) => [word, t(key, open)])));
}
