import type { RichTextJson } from './item';

/** How hard a lesson is to read, in plain figures. */
export interface Readability {
  readonly words: number;
  readonly sentences: number;
  /** Mean words in a sentence, to one decimal. */
  readonly meanSentence: number;
  readonly longestSentence: number;
}

const wordPattern = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu;

/** The words that a document says, in order. */
export function documentWords(document: RichTextJson): string[] {
  return blocksOf(document).flatMap((block) => block.match(wordPattern) ?? []);
}

export function readabilityOf(document: RichTextJson): Readability {
  // An abbreviation or a numbered article would end a sentence too early: a capital must follow.
  const sentences = blocksOf(document).flatMap((block) => block.split(/(?<=[.!?…]["”»)]?)\s+(?=[\p{Lu}«“"(])/u));
  const lengths = sentences.map((sentence) => sentence.match(wordPattern)?.length ?? 0).filter((length) => length > 0);
  const words = lengths.reduce((sum, length) => sum + length, 0);
  const meanSentence = lengths.length === 0 ? 0 : Math.round((words * 10) / lengths.length) / 10;
  return { words, sentences: lengths.length, meanSentence, longestSentence: Math.max(0, ...lengths) };
}

/** The words of each paragraph, heading and cell. */
function blocksOf(node: RichTextJson): string[] {
  const children = node.content ?? [];
  const isBlock = children.some(({ type }) => type === 'text');
  if (isBlock) return [children.map(({ text }) => text ?? ' ').join('')];
  const caption = node.type === 'figure' ? [String(node.attrs?.['caption'] ?? '')] : [];
  return [...caption, ...children.flatMap(blocksOf)];
}
