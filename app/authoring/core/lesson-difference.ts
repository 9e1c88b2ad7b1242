import type { LessonText } from './draft';
import { type ReadableBlock, readableBlocks } from './readable-block';
import { sequenceDifference } from './sequence-difference';

/** A run of words, and what happened to it. */
export interface WordChange {
  readonly change: 'kept' | 'removed' | 'added';
  readonly text: string;
}

/** One block of the comparison. `words` of a changed block tell both texts. */
export type BlockChange =
  | { readonly change: 'kept' | 'removed' | 'added'; readonly block: ReadableBlock }
  | { readonly change: 'changed'; readonly block: ReadableBlock; readonly words: readonly WordChange[] };

/** What a reviewer compares: title, summary and every block of the document. */
export interface LessonDifference {
  readonly title: readonly WordChange[];
  readonly summary: readonly WordChange[];
  readonly blocks: readonly BlockChange[];
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}

/** The difference from one text to another; `before` is null for a lesson that was never published. */
export function lessonDifference(before: LessonText | null, after: LessonText): LessonDifference {
  const blocks = blockChanges(before ? readableBlocks(before.document) : [], readableBlocks(after.document));
  const count = (change: BlockChange['change']) => blocks.filter((block) => block.change === change).length;
  return {
    title: wordChanges(before?.title ?? '', after.title),
    summary: wordChanges(before?.summary ?? '', after.summary),
    blocks,
    added: count('added'),
    removed: count('removed'),
    changed: count('changed'),
  };
}

function blockChanges(before: readonly ReadableBlock[], after: readonly ReadableBlock[]): BlockChange[] {
  const steps = sequenceDifference({ before, after, key: (block) => JSON.stringify([block.kind, block.within, block.text]) });
  const changes: BlockChange[] = [];
  let removed: ReadableBlock[] = [];
  let added: ReadableBlock[] = [];
  const settle = () => {
    changes.push(...paired(removed, added));
    removed = [];
    added = [];
  };
  for (const step of steps) {
    if (step.change === 'removed') removed.push(step.before);
    else if (step.change === 'added') added.push(step.after);
    else {
      settle();
      changes.push({ change: 'kept', block: step.after });
    }
  }
  settle();
  return changes;
}

/** Between two kept blocks: what was removed and what was added are one changed block where they are of a kind and share half their words. */
function paired(removed: readonly ReadableBlock[], added: readonly ReadableBlock[]): BlockChange[] {
  const changes: BlockChange[] = [];
  let next = 0;
  for (const block of added) {
    const partner = removed.findIndex((old, index) => index >= next && old.kind === block.kind && areAkin(old.text, block.text));
    if (partner === -1) {
      changes.push({ change: 'added', block });
      continue;
    }
    changes.push(...removed.slice(next, partner).map((old): BlockChange => ({ change: 'removed', block: old })));
    changes.push({ change: 'changed', block, words: wordChanges(removed[partner]?.text ?? '', block.text) });
    next = partner + 1;
  }
  return [...changes, ...removed.slice(next).map((old): BlockChange => ({ change: 'removed', block: old }))];
}

function areAkin(before: string, after: string): boolean {
  const old = new Set(wordsOf(before).filter(isWord));
  const fresh = new Set(wordsOf(after).filter(isWord));
  const shared = [...old].filter((word) => fresh.has(word)).length;
  return shared * 2 >= Math.max(1, Math.min(old.size, fresh.size));
}

/** Word by word, with neighbours of the same fate in one run. */
export function wordChanges(before: string, after: string): WordChange[] {
  const steps = sequenceDifference({ before: wordsOf(before), after: wordsOf(after), key: (word) => word });
  const runs: { change: WordChange['change']; text: string }[] = [];
  for (const step of steps) {
    const text = step.change === 'removed' ? step.before : step.after;
    const last = runs.at(-1);
    if (last?.change === step.change) last.text += text;
    else runs.push({ change: step.change, text });
  }
  return runs;
}

/** Words, spaces and signs, so that putting them together again gives the text. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? [];
}

function isWord(part: string): boolean {
  return /[\p{L}\p{N}]/u.test(part);
}
