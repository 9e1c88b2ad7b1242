import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aBank, aDefinition, aForm, aSeed } from '../../../tests/support/a-form';
import { findFormItem, hashOfForm, parseAttemptForm, readResponse, responseInAuthorsIds } from './attempt-form';
import { drawForm } from './draw-form';

const draw = (changes: Partial<Parameters<typeof drawForm>[0]> = {}) =>
  drawForm({ definition: aDefinition(), courseId: 'course', bank: aBank(), seed: aSeed, extraMinutes: 0, ...changes });

const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'));

test('the blueprint is kept whatever the seed: so many items of each outcome, none twice', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { items } = aForm(seed);
      expect(items.filter((item) => item.outcome === 'marking')).toHaveLength(4);
      expect(items.filter((item) => item.outcome === 'law')).toHaveLength(2);
      expect(new Set(items.map((item) => item.itemId)).size).toBe(6);
      const ids = items.flatMap((item) => [item.id, ...item.options.map((option) => option.id)]);
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { numRuns: 100 },
  );
});

test('the same seed draws the same form, in whatever order the database returns the bank', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(aBank(), { minLength: 16 }), (bank) => {
      expect(draw({ bank })).toEqual(draw());
    }),
    { numRuns: 20 },
  );
});

test('every item of a pool is drawn sooner or later', () => {
  const drawn = new Set<string>();
  for (let seed = 0; seed < 60; seed += 1) for (const item of aForm(String(seed).padStart(64, '0')).items) drawn.add(item.itemId);
  expect(drawn.size).toBe(16);
});

test('true stands before false; the options of a choice stand in a drawn order', () => {
  const orders = new Set<string>();
  for (let seed = 0; seed < 40; seed += 1) {
    for (const { type, options } of aForm(String(seed).padStart(64, '0')).items) {
      const order = options.map((option) => option.option).join();
      if (type === 'true-false') expect(order).toBe('true,false');
      else orders.add(order);
    }
  }
  expect(orders.size).toBeGreaterThan(15);
});

test('a bank that cannot fill the blueprint is refused, not stretched', () => {
  expect(draw({ bank: aBank(1) })).toEqual({ ok: false, refusal: 'bank-too-small' });
});

test('the form is frozen by its hash and reads back as it was stored', () => {
  const form = aForm();
  expect(parseAttemptForm(JSON.parse(JSON.stringify(form)))).toEqual(form);
  expect(hashOfForm(parseAttemptForm(JSON.parse(JSON.stringify(form))))).toBe(hashOfForm(form));
  expect(hashOfForm({ ...form, timeLimitMinutes: 61 })).not.toBe(hashOfForm(form));
});

test('the ids of one attempt mean nothing in another', () => {
  const other = aForm('ff'.repeat(32));
  for (const item of aForm().items) expect(findFormItem(other, item.id)).toBeNull();
});

test('a response is read in the order of the form and translated into the author’s ids', () => {
  const item = aForm().items.find(({ type }) => type === 'multiple-choice')!;
  const [first, second] = item.options;
  const response = readResponse(item, [second!.id, first!.id, second!.id]);
  expect(response).toEqual({ ok: true, value: [first!.id, second!.id] });
  expect(responseInAuthorsIds(item, response.ok ? response.value : [])).toEqual({ chosen: [first!.option, second!.option] });
});

test('an option of another question and a second option of a single choice are refused', () => {
  const [item, other] = aForm().items.filter(({ type }) => type !== 'multiple-choice');
  expect(readResponse(item!, [other!.options[0]!.id])).toEqual({ ok: false, refusal: 'unknown-option' });
  expect(readResponse(item!, item!.options.slice(0, 2).map(({ id }) => id))).toEqual({ ok: false, refusal: 'too-many-options' });
});
