import { expect, test } from 'vitest';
import { days, hours, later } from '~/kernel/instant';
import { absoluteEnd, sessionEnd } from './session-rules';

const monday = new Date('2026-11-23T08:00:00Z');

test('a session slides with each shift but never beyond a week', () => {
  const end = absoluteEnd(monday);
  expect(end).toEqual(later(monday, days(7)));
  expect(sessionEnd({ slidingEnd: later(monday, hours(12)), absoluteEnd: end })).toEqual(later(monday, hours(12)));
  expect(sessionEnd({ slidingEnd: later(monday, days(8)), absoluteEnd: end })).toEqual(end);
});
