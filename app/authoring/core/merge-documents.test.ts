import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RichTextJson } from '~/content/core/item';
import { mergeDocuments } from './merge-documents';

const text = (...lines: string[]): RichTextJson => ({ type: 'doc', content: lines.map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] })) });
const lines = (document: RichTextJson) => (document.content ?? []).map((block) => block.content?.[0]?.text);

test('two people who wrote in different paragraphs both find their words', () => {
  const merged = mergeDocuments({ base: text('one', 'two', 'three'), mine: text('ONE', 'two', 'three'), theirs: text('one', 'two', 'three', 'four') });
  expect(lines(merged.document)).toEqual(['ONE', 'two', 'three', 'four']);
  expect(merged.overlaps).toBe(0);
});

test('where both changed the same paragraph, both versions stand and the place is counted', () => {
  const merged = mergeDocuments({ base: text('one', 'two'), mine: text('one', 'mine'), theirs: text('one', 'theirs') });
  expect(lines(merged.document)).toEqual(['one', 'theirs', 'mine']);
  expect(merged.overlaps).toBe(1);
});

test('neighbouring paragraphs are two places', () => {
  const merged = mergeDocuments({ base: text('one', 'two'), mine: text('ONE', 'two'), theirs: text('one', 'TWO') });
  expect(merged).toEqual({ document: text('ONE', 'TWO'), overlaps: 0 });
});

test('the same change made by both is made once', () => {
  const merged = mergeDocuments({ base: text('one'), mine: text('two'), theirs: text('two') });
  expect(merged).toEqual({ document: text('two'), overlaps: 0 });
});

test('a paragraph that one removed and the other left alone is gone', () => {
  expect(lines(mergeDocuments({ base: text('one', 'two', 'three'), mine: text('one', 'three'), theirs: text('one', 'two', 'three') }).document)).toEqual(['one', 'three']);
});

const some = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 12 }).map((parts) => text(...parts));

test('with only one writer the result is that writer’s text, and no line that somebody added is lost', () => {
  fc.assert(
    fc.property(some, some, some, (base, mine, theirs) => {
      expect(mergeDocuments({ base, mine, theirs: base }).document).toEqual(mine);
      expect(mergeDocuments({ base, mine: base, theirs }).document).toEqual(theirs);
      const merged = lines(mergeDocuments({ base, mine, theirs }).document);
      for (const line of [...lines(mine), ...lines(theirs)]) {
        if (!lines(base).includes(line)) expect(merged).toContain(line);
      }
    }),
  );
});
