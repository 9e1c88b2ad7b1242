import type { LiveWord } from './live-words';

/** The bar over the questions, which carries what the island needs to know: whose attempt, until when, and all words. */
export interface AttemptBar {
  readonly attemptId: string;
  readonly nextNumber: number;
  readonly say: (word: LiveWord, values?: Readonly<Record<string, string | number>>) => string;
  /** 14:02 in the trainee's language and time zone. */
  readonly clock: (instant: string) => string;
  /** Milliseconds until the deadline by the server's clock, whatever this machine's clock says. */
  readonly left: () => number;
  readonly announce: (text: string) => void;
  readonly showTimeLeft: (text: string) => void;
  readonly showAnswered: () => void;
}

/** Null on a page without an attempt. */
export function findAttemptBar(page: Document): AttemptBar | null {
  const bar = page.querySelector<HTMLElement>('[data-attempt]');
  if (!bar) return null;
  const { attempt = '', deadline = '', now = '', nextNumber = '1', timeZone = 'UTC', words = '{}' } = bar.dataset;
  const texts: Record<string, string> = JSON.parse(words);
  const format = new Intl.DateTimeFormat(page.documentElement.lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  const atRender = Date.parse(deadline) - Date.parse(now);
  const opened = performance.now();
  const part = (name: string) => bar.querySelector<HTMLElement>(`[data-${name}]`);
  const say: AttemptBar['say'] = (word, values = {}) => Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, String(value)), texts[word] ?? '');
  return {
    attemptId: attempt,
    nextNumber: Number(nextNumber),
    say,
    clock: (instant) => format.format(new Date(instant)),
    left: () => atRender - (performance.now() - opened),
    announce: (text) => write(part('announcement'), text),
    showTimeLeft: (text) => write(part('time-left'), text),
    showAnswered: () => {
      const all = page.querySelectorAll('[data-navigator]');
      const answered = page.querySelectorAll('[data-navigator][data-answered]').length;
      if (all.length > 0) write(part('answered-count'), say('answeredCount', { answered, total: all.length }));
    },
  };
}

/** Only a change is written: assistive technology reads every write of a live region. */
export function write(element: Element | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}

/** Keeps the time running, warns at five minutes and at one, and calls `onEnd` once at the deadline. */
export function countDown(bar: AttemptBar, onEnd: () => void): void {
  let last = bar.left();
  const tick = () => {
    const left = bar.left();
    const minutes = Math.floor(left / 60_000);
    bar.showTimeLeft(minutes > 0 ? bar.say('timeLeft', { minutes }) : bar.say('lastMinute'));
    const passed = (minute: number) => last > minute * 60_000 && left <= minute * 60_000;
    if (passed(5)) bar.announce(bar.say('fiveMinutes'));
    if (passed(1)) bar.announce(bar.say('oneMinute'));
    last = left;
    if (left > 0) return;
    clearInterval(timer);
    bar.announce(bar.say('timeIsUp'));
    onEnd();
  };
  const timer = setInterval(tick, 1000);
}
