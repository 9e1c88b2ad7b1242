import type { AnswerFormElement } from './answer-form-element';
import type { Outbox, UnsentAnswer } from './answer-outbox';
import { backoff, type Sent } from './answer-sender';
import type { AttemptBar } from './attempt-bar';
import type { LiveWord } from './live-words';

/** What a refusal means for the trainee. Anything else means: load the page again. */
const refusalWords: Readonly<Record<string, LiveWord>> = {
  'answer-out-of-date': 'otherWindow',
  'answer-number-used': 'otherWindow',
  'attempt-closed': 'closed',
  'time-is-up': 'closed',
  'attempt-suspended': 'suspended',
};

export interface AnswerDesk {
  /** Keeps what is chosen now and sends it as soon as the line allows. */
  readonly keep: (form: AnswerFormElement) => Promise<void>;
  /** Sends everything that is unsent; resolves with how many answers still are. */
  readonly flush: () => Promise<number>;
  readonly hasUnsent: () => boolean;
  /** Another window of this attempt used numbers up to this one. */
  readonly noteNumber: (number: number) => void;
}

interface Parts {
  readonly bar: AttemptBar;
  readonly forms: readonly AnswerFormElement[];
  readonly outbox: Outbox;
  readonly send: (answer: UnsentAnswer) => Promise<Sent>;
  /** Tells the attempt's other windows. */
  readonly tellOthers: (number: number) => void;
}

/** 128 random bits. (`crypto.randomUUID` is missing where the post reaches its server without https.) */
function freshAnswerId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Takes answers from the page to the server: kept in the browser first, sent one after the other, shown as saved only by receipt. */
export function answerDesk({ bar, forms, outbox, send, tellOthers }: Parts): AnswerDesk {
  let number = bar.nextNumber - 1;
  let failures = 0;
  let unsent = 0;
  let flushing: Promise<number> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const formOf = (item: string) => forms.find((form) => form.item === item);

  function report(answer: UnsentAnswer, sent: Exclude<Sent, { outcome: 'unreachable' }>): void {
    const form = formOf(answer.item);
    if (sent.outcome === 'signed-out') form?.show('bad', bar.say('signIn'));
    if (sent.outcome === 'refused') form?.show('bad', bar.say(refusalWords[sent.refusal] ?? 'failed'));
    if (sent.outcome !== 'saved') return;
    const answered = sent.response.length > 0;
    form?.show('good', bar.say('saved', { time: bar.clock(sent.savedAt) }));
    form?.markAnswered(answered, bar.say(answered ? 'answered' : 'open'));
    bar.showAnswered();
  }

  /** Whether the next one may be tried. */
  async function settle(answer: UnsentAnswer, sent: Sent): Promise<boolean> {
    if (sent.outcome === 'unreachable') {
      failures += 1;
      formOf(answer.item)?.show('warn', bar.say('unsent'));
      bar.announce(bar.say('lineDown'));
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), backoff(failures, { waitAtLeast: sent.waitAtLeast, spread: Math.random() }));
      return false;
    }
    failures = 0;
    if (sent.outcome !== 'signed-out') await outbox.remove(answer);
    report(answer, sent);
    return sent.outcome !== 'signed-out';
  }

  async function sendAll(): Promise<number> {
    for (;;) {
      const [answer] = await outbox.list(bar.attemptId);
      if (!answer) break;
      if (!(await settle(answer, await send(answer)))) break;
    }
    unsent = (await outbox.list(bar.attemptId)).length;
    if (unsent === 0) bar.announce('');
    return unsent;
  }

  function flush(): Promise<number> {
    flushing ??= sendAll().finally(() => (flushing = null));
    return flushing;
  }

  async function keep(form: AnswerFormElement): Promise<void> {
    number += 1;
    unsent += 1;
    const answer = { attemptId: bar.attemptId, item: form.item, answerId: freshAnswerId(), number, response: form.chosen(), chosenAt: Date.now() };
    tellOthers(number);
    for (const each of forms) each.renew(freshAnswerId(), number + 1);
    form.show('none', bar.say('saving'));
    await outbox.put(answer);
    await flush();
    // A flush that was already ending may have missed it.
    if (failures === 0) await flush();
  }

  return {
    keep,
    flush,
    hasUnsent: () => unsent > 0,
    noteNumber: (used) => {
      if (!Number.isInteger(used)) return;
      number = Math.max(number, used);
      for (const each of forms) each.renew(freshAnswerId(), number + 1);
    },
  };
}
