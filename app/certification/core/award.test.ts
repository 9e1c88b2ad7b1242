import { describe, expect, test } from 'vitest';
import { anOutcome } from '../../../tests/support/an-outcome';
import { awardDecision } from './award';

const now = new Date('2026-11-30T10:20:30.456Z');

describe('an award', () => {
  test('is made for a passed attempt, from the whole second for so many calendar months', () => {
    const decision = awardDecision(anOutcome({ points: 7, maxPoints: 10 }), now);
    expect(decision).toMatchObject({ ok: true, value: { validFrom: new Date('2026-11-30T10:20:30Z'), validUntil: new Date('2028-11-30T10:20:30Z') } });
  });

  test('that would end on a day which does not exist ends on the last day of that month', () => {
    const decision = awardDecision(anOutcome({ validityMonths: 15 }), now);
    expect(decision).toMatchObject({ ok: true, value: { validUntil: new Date('2028-02-29T10:20:30Z') } });
  });

  test('is not made one point below the pass mark', () => {
    expect(awardDecision(anOutcome({ points: 6, maxPoints: 10, passed: false }), now)).toEqual({ ok: false, refusal: 'attempt-not-passed' });
  });

  test('is not made when the row claims a pass that the points do not reach, nor when it denies one that they do', () => {
    const claimed = awardDecision(anOutcome({ points: 6, maxPoints: 10, passed: true }), now);
    const denied = awardDecision(anOutcome({ points: 7, maxPoints: 10, passed: false }), now);
    expect(claimed).toEqual({ ok: false, refusal: 'grade-contradicts-pass-mark' });
    expect(denied).toEqual({ ok: false, refusal: 'grade-contradicts-pass-mark' });
  });

  test('is not made for an exam without a single point to earn', () => {
    expect(awardDecision(anOutcome({ points: 0, maxPoints: 0, passed: false }), now)).toEqual({ ok: false, refusal: 'attempt-not-passed' });
  });

  test('is not made for an assessment that certifies nothing', () => {
    expect(awardDecision(anOutcome({ certificate: null }), now)).toEqual({ ok: false, refusal: 'nothing-to-certify' });
  });
});
