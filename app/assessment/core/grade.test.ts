import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ItemKey, ItemType } from '~/content/core/item';
import { mintId } from '~/kernel/ids';
import { gradeAttempt, type GradableItem, gradeItem } from './grade';

const key = (type: ItemType, ...correct: string[]): ItemKey => ({ type, correct });
const points = (given: ItemKey, ...chosen: string[]) => gradeItem({ key: given, points: 6 }, { chosen });

describe('a single choice', () => {
  const single = key('single-choice', 'b');
  test('earns all its points for the right option', () => expect(points(single, 'b')).toBe(6));
  test('earns none for another one', () => expect(points(single, 'a')).toBe(0));
  test('earns none for two, the right one among them', () => expect(points(single, 'a', 'b')).toBe(0));
  test('earns none unanswered', () => expect(points(single)).toBe(0));
});

describe('a statement that is true or false', () => {
  test('earns all or nothing', () => {
    expect(points(key('true-false', 'true'), 'true')).toBe(6);
    expect(points(key('true-false', 'true'), 'false')).toBe(0);
  });
});

describe('a multiple choice earns floor(points × max(0, right − wrong) ÷ keys)', () => {
  const multiple = key('multiple-choice', 'a', 'c');
  test.each([
    [['a', 'c'], 6],
    [['a'], 3],
    [['a', 'b'], 0],
    [['a', 'b', 'c'], 3],
    [['a', 'b', 'c', 'd'], 0],
    [['b', 'd'], 0],
    [[], 0],
  ])('%j: %i', (chosen, expected) => expect(points(multiple, ...chosen)).toBe(expected));

  test('a third of seven points is two whole points, never a fraction', () => {
    expect(gradeItem({ key: key('multiple-choice', 'a', 'b', 'c'), points: 7 }, { chosen: ['b'] })).toBe(2);
  });

  test('an option named twice counts once', () => expect(points(multiple, 'a', 'a')).toBe(3));
});

test('whatever is chosen, the points are whole and between none and all', () => {
  const options = ['a', 'b', 'c', 'd', 'e'];
  const types = fc.constantFrom<ItemType>('single-choice', 'multiple-choice', 'true-false');
  fc.assert(
    fc.property(types, fc.uniqueArray(fc.constantFrom(...options), { minLength: 1 }), fc.array(fc.constantFrom(...options)), fc.integer({ min: 1, max: 20 }), (type, correct, chosen, most) => {
      const earned = gradeItem({ key: { type, correct }, points: most }, { chosen });
      expect(Number.isInteger(earned) && earned >= 0 && earned <= most).toBe(true);
    }),
  );
});

const item = (position: number, outcome: string, chosen: string[] | null): GradableItem => ({
  position,
  itemVersionId: mintId('itemVersion', new Uint8Array(26).fill(position)),
  outcome,
  points: 6,
  key: key('single-choice', 'a'),
  response: chosen && { chosen },
});

describe('an attempt', () => {
  const passMark = { numerator: 2, denominator: 3 };

  test('adds up over items and outcomes, an unanswered question earning nothing', () => {
    const grade = gradeAttempt({ items: [item(1, 'law', ['a']), item(2, 'marking', null), item(3, 'law', [])], passMark });
    expect(grade).toMatchObject({ points: 6, maxPoints: 18, passed: false, openItems: 0 });
    expect(grade.byOutcome).toEqual([
      { outcome: 'law', points: 6, maxPoints: 12, items: 2, answered: 1 },
      { outcome: 'marking', points: 0, maxPoints: 6, items: 1, answered: 0 },
    ]);
    expect(grade.byItem.map(({ answered }) => answered)).toEqual([true, false, false]);
  });

  test('is passed at exactly the pass mark, where a float would have rounded', () => {
    expect(gradeAttempt({ items: [item(1, 'law', ['a']), item(2, 'law', ['a']), item(3, 'law', ['b'])], passMark }).passed).toBe(true);
    expect(gradeAttempt({ items: [item(1, 'law', ['a']), item(2, 'law', ['b']), item(3, 'law', ['b'])], passMark }).passed).toBe(false);
  });
});
