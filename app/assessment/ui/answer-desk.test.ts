import { describe, expect, test, vi } from 'vitest';
import { answerDesk } from './answer-desk';
import type { AnswerFormElement } from './answer-form-element';
import { memoryOutbox, type UnsentAnswer } from './answer-outbox';
import { backoff, sendAnswer, type Sent } from './answer-sender';
import type { AttemptBar } from './attempt-bar';

const savedAt = '2026-11-24T14:02:00.000Z';

/** A page with two questions and a line that answers as the story says. */
function aPage(line: (answer: UnsentAnswer) => Sent) {
  const said: Record<string, string> = {};
  const sent: UnsentAnswer[] = [];
  const numbers: number[] = [];
  const form = (item: string, chosen: string[]): AnswerFormElement => ({
    element: {} as HTMLFormElement,
    item,
    next: '',
    chosen: () => [...chosen],
    choose: () => undefined,
    show: (_, text) => (said[item] = text),
    renew: (_, number) => void numbers.push(number),
    markAnswered: (answered) => (said[`${item} mark`] = String(answered)),
  });
  const bar: AttemptBar = {
    attemptId: 'att',
    nextNumber: 5,
    say: (word, values = {}) => [word, ...Object.values(values)].join(' '),
    clock: (instant) => instant.slice(11, 16),
    left: () => 1,
    announce: (text) => (said['bar'] = text),
    showTimeLeft: () => undefined,
    showAnswered: () => undefined,
  };
  const choices = { one: ['a'], two: ['b'] };
  const forms = [form('one', choices.one), form('two', choices.two)] as const;
  const told: number[] = [];
  const outbox = memoryOutbox();
  const send = async (answer: UnsentAnswer) => (sent.push(answer), line(answer));
  const desk = answerDesk({ bar, forms, outbox, send, tellOthers: (number) => told.push(number) });
  return { desk, forms, said, sent, told, numbers, outbox, choices };
}

const acknowledged = (answer: UnsentAnswer): Sent => ({ outcome: 'saved', savedAt, response: answer.response });

describe('the desk', () => {
  test('shows “saved” only with the server’s receipt and its time', async () => {
    const { desk, forms, said, sent, told } = aPage(acknowledged);
    await desk.keep(forms[0]);
    expect(said).toMatchObject({ one: 'saved 14:02', 'one mark': 'true' });
    expect(sent).toMatchObject([{ item: 'one', number: 5, response: ['a'] }]);
    expect(told).toEqual([5]);
    expect(desk.hasUnsent()).toBe(false);
  });

  test('numbers every answer higher than any before, also those of other windows, and leaves the plain form a free one', async () => {
    const { desk, forms, sent, numbers } = aPage(acknowledged);
    await desk.keep(forms[0]);
    desk.noteNumber(9);
    await desk.keep(forms[1]);
    expect(sent.map(({ number }) => number)).toEqual([5, 10]);
    expect(numbers.at(-1)).toBe(11);
    expect(new Set(sent.map(({ answerId }) => answerId)).size).toBe(2);
  });

  test('keeps what it cannot send, says so, and sends it when the line is back: the same answer under the same id', async () => {
    vi.useFakeTimers();
    let up = false;
    const { desk, forms, said, sent, outbox } = aPage((answer) => (up ? acknowledged(answer) : { outcome: 'unreachable', waitAtLeast: 0 }));
    await desk.keep(forms[0]);
    expect(said).toMatchObject({ one: 'unsent', bar: 'lineDown' });
    expect(await outbox.list('att')).toHaveLength(1);
    expect(desk.hasUnsent()).toBe(true);
    up = true;
    await vi.advanceTimersByTimeAsync(1001);
    expect(said).toMatchObject({ one: 'saved 14:02', bar: '' });
    expect(sent[1]).toEqual(sent[0]);
    vi.useRealTimers();
  });

  test('a newer choice takes the place of one that was not sent yet', async () => {
    vi.useFakeTimers();
    const { desk, forms, choices, outbox } = aPage(() => ({ outcome: 'unreachable', waitAtLeast: 0 }));
    await desk.keep(forms[0]);
    choices.one.splice(0, 1, 'c');
    await desk.keep(forms[0]);
    expect(await outbox.list('att')).toMatchObject([{ response: ['c'], number: 6 }]);
    vi.useRealTimers();
  });

  test('who was signed out keeps the answer on the machine', async () => {
    const { desk, forms, said, outbox } = aPage(() => ({ outcome: 'signed-out' }));
    await desk.keep(forms[0]);
    expect(said['one']).toBe('signIn');
    expect(await outbox.list('att')).toHaveLength(1);
  });

  test.each([
    ['answer-out-of-date', 'otherWindow'],
    ['time-is-up', 'closed'],
    ['attempt-suspended', 'suspended'],
    ['unknown-item', 'failed'],
  ])('a refusal (%s) is said in words and not sent again', async (refusal, words) => {
    const { desk, forms, said, outbox } = aPage(() => ({ outcome: 'refused', refusal }));
    await desk.keep(forms[0]);
    expect(said['one']).toBe(words);
    expect(await outbox.list('att')).toEqual([]);
  });
});

describe('the line', () => {
  const answer: UnsentAnswer = { attemptId: 'att_1', item: 'q1', answerId: 'answer-0001', number: 3, response: ['oa', 'ob'], chosenAt: 0 };
  const replies = (reply: Response | Error) => vi.fn<typeof fetch>(async () => { if (reply instanceof Error) throw reply; return reply; });

  test('an answer travels as the form would send it', async () => {
    const ask = replies(Response.json({ number: 3, savedAt, response: ['oa', 'ob'] }));
    expect(await sendAnswer(answer, ask)).toEqual({ outcome: 'saved', savedAt, response: ['oa', 'ob'] });
    const [address, options] = ask.mock.calls[0]!;
    expect(address).toBe('/attempts/att_1/answers');
    expect(String(options?.body)).toBe('answerId=answer-0001&number=3&item=q1&response=oa&response=ob');
  });

  test.each<[string, Response | Error, Sent]>([
    ['a broken line', new TypeError('Failed to fetch'), { outcome: 'unreachable', waitAtLeast: 0 }],
    ['a busy server that names a time', new Response(null, { status: 503, headers: { 'Retry-After': '7' } }), { outcome: 'unreachable', waitAtLeast: 7000 }],
    ['a fault of the server', new Response('<html>', { status: 500 }), { outcome: 'unreachable', waitAtLeast: 0 }],
    ['a page of some hotel’s network', new Response('<html>'), { outcome: 'unreachable', waitAtLeast: 0 }],
    ['an ended session', Response.json({}, { status: 401 }), { outcome: 'signed-out' }],
    ['a refusal', Response.json({ refusal: 'time-is-up' }, { status: 409 }), { outcome: 'refused', refusal: 'time-is-up' }],
  ])('%s', async (_, reply, sent) => expect(await sendAnswer(answer, replies(reply))).toEqual(sent));

  test('waits longer after every failure, up to half a minute, and never less than the server asked for', () => {
    expect([1, 2, 3, 9].map((failures) => backoff(failures, { waitAtLeast: 0, spread: 1 }))).toEqual([1000, 2000, 4000, 30_000]);
    expect(backoff(1, { waitAtLeast: 7000, spread: 0 })).toBe(7000);
  });
});
