import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RichTextJson } from '~/content/core/item';
import { lessonDifference, wordChanges } from './lesson-difference';
import { readableBlocks } from './readable-block';
import { sequenceDifference } from './sequence-difference';

const words = (text: string, ...marks: { type: string; attrs?: Record<string, unknown> }[]): RichTextJson => ({ type: 'text', text, ...(marks.length > 0 && { marks }) });
const paragraph = (...content: (RichTextJson | string)[]): RichTextJson => ({ type: 'paragraph', content: content.map((part) => (typeof part === 'string' ? words(part) : part)) });
const doc = (...content: RichTextJson[]): RichTextJson => ({ type: 'doc', content });
const lesson = (document: RichTextJson, title = 'Seals', summary = 'What a seal proves.') => ({ title, summary, document });

describe('what a reviewer sees', () => {
  test('a text that did not change has no difference', () => {
    const same = lesson(doc(paragraph('A seal proves who closed the door.')));
    expect(lessonDifference(same, same)).toMatchObject({ added: 0, removed: 0, changed: 0 });
  });

  test('a sentence with one new word is a changed block that shows that word', () => {
    const { blocks, changed } = lessonDifference(
      lesson(doc(paragraph('A seal proves nothing.'))),
      lesson(doc(paragraph('A broken seal proves nothing.'))),
    );
    expect(changed).toBe(1);
    expect(blocks[0]).toMatchObject({
      change: 'changed',
      words: [{ change: 'kept', text: 'A ' }, { change: 'added', text: 'broken ' }, { change: 'kept', text: 'seal proves nothing.' }],
    });
  });

  test('a new paragraph between two old ones is added, and the old ones are kept', () => {
    const { blocks } = lessonDifference(lesson(doc(paragraph('One.'), paragraph('Three.'))), lesson(doc(paragraph('One.'), paragraph('Two.'), paragraph('Three.'))));
    expect(blocks.map(({ change }) => change)).toEqual(['kept', 'added', 'kept']);
  });

  test('of a lesson that was never published everything is new', () => {
    const difference = lessonDifference(null, lesson(doc(paragraph('One.'), paragraph('Two.'))));
    expect(difference).toMatchObject({ added: 2, removed: 0, title: [{ change: 'added', text: 'Seals' }] });
  });

  test('a link that leads elsewhere under the same words cannot slip through', () => {
    const linked = (href: string) => lesson(doc(paragraph('See ', words('the convention', { type: 'link', attrs: { href } }))));
    const { changed, blocks } = lessonDifference(linked('https://www.basel.int/'), linked('https://www.base1.int/'));
    expect(changed).toBe(1);
    expect(JSON.stringify(blocks)).toContain('base1');
  });

  test('bold taken away, another figure, another practice question and a merged cell are all told', () => {
    const cell = (colspan: number) => doc({ type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', attrs: { colspan, rowspan: 1 }, content: [paragraph('x')] }] }] });
    const pairs: [RichTextJson, RichTextJson][] = [
      [doc(paragraph(words('no', { type: 'bold' }))), doc(paragraph('no'))],
      [doc({ type: 'figure', attrs: { mediaCode: 'a', alt: 'x' } }), doc({ type: 'figure', attrs: { mediaCode: 'b', alt: 'x' } })],
      [doc({ type: 'practice', attrs: { item: 'a' } }), doc({ type: 'practice', attrs: { item: 'b' } })],
      [cell(1), cell(2)],
    ];
    for (const [before, after] of pairs) {
      const { added, removed, changed } = lessonDifference(lesson(before), lesson(after));
      expect(added + removed + changed).toBeGreaterThan(0);
    }
  });

  test('a table is compared row by row, a list item by item, inside the callout it stands in', () => {
    const list = { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('one')] }, { type: 'listItem', content: [paragraph('two')] }] };
    const blocks = readableBlocks(doc({ type: 'callout', attrs: { kind: 'law' }, content: [list] }));
    expect(blocks).toEqual([
      { kind: 'paragraph', within: ['callout kind=law', 'bulletList', 'listItem'], text: 'one' },
      { kind: 'paragraph', within: ['callout kind=law', 'bulletList', 'listItem'], text: 'two' },
    ]);
  });
});

describe('the comparison itself', () => {
  const letters = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });

  test('its steps lead from the old sequence to the new one', () => {
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        const steps = sequenceDifference({ before, after, key: (letter) => letter });
        const old = steps.flatMap((step) => (step.change === 'added' ? [] : [step.before]));
        const fresh = steps.flatMap((step) => (step.change === 'removed' ? [] : [step.after]));
        expect(old).toEqual(before);
        expect(fresh).toEqual(after);
      }),
    );
  });

  test('words put together again give both texts, whatever their script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const runs = wordChanges(before, after);
        expect(runs.filter(({ change }) => change !== 'added').map(({ text }) => text).join('')).toBe(before);
        expect(runs.filter(({ change }) => change !== 'removed').map(({ text }) => text).join('')).toBe(after);
      }),
    );
  });

  test('two long texts with nothing in common are told without a long wait', () => {
    const before = Array.from({ length: 50_000 }, (_, index) => `a${index}`);
    const after = Array.from({ length: 50_000 }, (_, index) => `b${index}`);
    expect(sequenceDifference({ before, after, key: (word) => word })).toHaveLength(100_000);
  });
});
