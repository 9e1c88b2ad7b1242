import { expect, test } from 'vitest';
import { documentWords, readabilityOf } from './readability';

const lesson = (...paragraphs: string[]) => ({ type: 'doc', content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) });

test('words and sentences are counted as a reader would', () => {
  expect(readabilityOf(lesson('The load stops. Why? The officer’s record, 3.5 pages, says it.', 'No end'))).toEqual({ words: 13, sentences: 4, meanSentence: 3.3, longestSentence: 7 });
});

test('an abbreviation does not end a sentence', () => {
  expect(readabilityOf(lesson('See art. 9 of the Convention.')).sentences).toBe(1);
});

test('the words of lists, tables and captions count', () => {
  const nested = { type: 'doc', content: [{ type: 'bulletList', content: [{ type: 'listItem', content: lesson('one two').content }] }, { type: 'figure', attrs: { caption: 'three' } }] };
  expect(documentWords(nested)).toEqual(['one', 'two', 'three']);
  expect(readabilityOf(nested).words).toBe(3);
});
