import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aSeed } from '../../../tests/support/a-form';
import { randomStream, shuffled } from './random-stream';

test('anybody can repeat the numbers with SHA-256 alone', () => {
  const block = (index: number) =>
    createHash('sha256')
      .update(Buffer.concat([Buffer.from(aSeed, 'hex'), Buffer.from('\0order\0'), Buffer.from([0, 0, 0, index])]))
      .digest();
  const words = [0, 1].flatMap((index) => Array.from({ length: 8 }, (_, place) => block(index).readUInt32BE(place * 4)));
  const stream = randomStream(aSeed, 'order');
  expect(words.map(() => stream.below(1 << 16))).toEqual(words.map((word) => word % (1 << 16)));
});

test('the numbers of a seed never change: an auditor repeats the draw years later', () => {
  const stream = randomStream(aSeed, 'order');
  expect(Array.from({ length: 12 }, () => stream.below(10))).toEqual(known.numbers);
  expect(randomStream(aSeed, 'ids').token(10)).toBe(known.token);
  expect(shuffled(['a', 'b', 'c', 'd', 'e', 'f'], randomStream(aSeed, 'order')).join('')).toBe(known.order);
});

test('another label of the same seed gives other numbers', () => {
  expect(randomStream(aSeed, 'order').token(20)).not.toBe(randomStream(aSeed, 'ids').token(20));
});

test('every number below the bound comes up about as often as any other', () => {
  const stream = randomStream(aSeed, 'fairness');
  const counts = new Array<number>(7).fill(0);
  for (let draw = 0; draw < 7000; draw += 1) counts[stream.below(7)]! += 1;
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(120);
});

test('shuffling keeps everything and adds nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 40 }), fc.string(), (things, label) => {
      expect(shuffled(things, randomStream(aSeed, label)).sort((a, b) => a - b)).toEqual([...things].sort((a, b) => a - b));
    }),
    { numRuns: 50 },
  );
});

/** Computed by another program in another language (Python's hashlib); they must never change. */
const known = { numbers: [1, 0, 4, 3, 3, 7, 7, 7, 2, 5, 5, 0], token: 'tsqa3bjdb1', order: 'cbfead' };
