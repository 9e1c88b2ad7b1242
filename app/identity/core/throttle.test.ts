import fc from 'fast-check';
import { expect, test } from 'vitest';
import { between, later, minutes, seconds } from '~/kernel/instant';
import { blockedUntil, networkOf, retryAfterSeconds } from './throttle';

const now = new Date('2026-11-24T08:00:00Z');
const waitAfter = (failures: number) => {
  const until = blockedUntil({ kind: 'account', failures, now });
  return until && between(now, until) / 1000;
};

test('four mistakes are free, from the fifth on each doubles the wait, up to a quarter of an hour', () => {
  expect([1, 4, 5, 6, 7, 8, 9, 10, 11].map(waitAfter)).toEqual([null, null, 30, 60, 120, 240, 480, 900, 900]);
});

test('an address is given more patience than an account', () => {
  expect(blockedUntil({ kind: 'address', failures: 49, now })).toBeNull();
  expect(blockedUntil({ kind: 'address', failures: 50, now })).toEqual(later(now, seconds(30)));
});

test('no number of failures shortens the wait or leaves the whole milliseconds', () => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 2 ** 31 - 1 }), (failures) => {
      const wait = waitAfter(failures)!;
      return Number.isInteger(wait) && wait >= 30 && wait <= 900 && wait >= waitAfter(5)!;
    }),
  );
});

test('the longest block counts, rounded up to a whole second', () => {
  expect(retryAfterSeconds([null, null], now)).toBeNull();
  expect(retryAfterSeconds([now, null], now)).toBeNull();
  expect(retryAfterSeconds([later(now, minutes(1)), later(now, seconds(90))], now)).toBe(90);
  expect(retryAfterSeconds([new Date(now.getTime() + 1)], now)).toBe(1);
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('%s is counted as %s', (address, network) => expect(networkOf(address)).toBe(network));
