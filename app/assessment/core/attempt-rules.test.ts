import { expect, test } from 'vitest';
import { aDefinition } from '../../../tests/support/a-form';
import { mintId } from '~/kernel/ids';
import { decideStart, type EarlierAttempt } from './attempt-rules';

const day = (date: number, hour = 12) => new Date(Date.UTC(2026, 0, date, hour));
const sat = (number: number, changes: Partial<EarlierAttempt> = {}): EarlierAttempt => ({
  attemptId: mintId('attempt', new Uint8Array(26).fill(number)),
  number,
  state: 'released',
  finishedAt: day(number),
  passed: false,
  ...changes,
});
const decide = (earlier: EarlierAttempt[], now: Date, rules = aDefinition()) => decideStart({ rules, earlier, now });

test('the first attempt may start, and two are left after it', () => {
  expect(decide([], day(1))).toEqual({ may: 'start', number: 1, left: 2 });
});

test('an attempt that runs is resumed, not doubled', () => {
  const running = sat(1, { state: 'inProgress', finishedAt: null });
  expect(decide([running], day(1))).toEqual({ may: 'resume', attemptId: running.attemptId });
  expect(decide([{ ...running, state: 'suspended' }], day(1)).may).toBe('resume');
});

test('after a fail the next one waits for the pause to the millisecond, and says until when', () => {
  const refusal = decide([sat(1)], new Date(day(2).getTime() - 1));
  expect(refusal).toEqual({ may: 'not-start', refusal: 'attempt-cooling-down', possibleAt: day(2), left: 2 });
  expect(decide([sat(1)], day(2))).toEqual({ may: 'start', number: 2, left: 1 });
});

test('after as many attempts as the rule allows there is no further one', () => {
  expect(decide([sat(1), sat(2), sat(3)], day(30))).toEqual({ may: 'not-start', refusal: 'attempt-limit-reached', possibleAt: null, left: 0 });
});

test('a voided attempt keeps its number and counts for nothing else', () => {
  const earlier = [sat(1, { state: 'voided' }), sat(2), sat(3, { state: 'voided' })];
  expect(decide(earlier, day(3))).toEqual({ may: 'start', number: 4, left: 1 });
});

test('after a pass the next one waits until ninety days before the certificate ends, and the count begins again', () => {
  const earlier = [sat(1), sat(2), sat(3, { passed: true })];
  const opens = new Date(Date.UTC(2029, 0, 3, 12) - 90 * 86_400_000);
  expect(decide(earlier, day(30))).toEqual({ may: 'not-start', refusal: 'already-passed', possibleAt: opens, left: 3 });
  expect(decide(earlier, opens)).toEqual({ may: 'start', number: 4, left: 2 });
});

test('what certifies nothing is passed once and for all', () => {
  const rules = aDefinition({ certificate: null });
  expect(decide([sat(1, { passed: true })], day(300), rules)).toMatchObject({ refusal: 'already-passed', possibleAt: null });
});
