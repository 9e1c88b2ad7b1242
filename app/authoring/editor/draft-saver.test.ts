import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LessonText } from '~/authoring/core/draft';
import type { SaveOutcome, SaveRequest } from '~/authoring/core/save-answer';
import { DraftSaver } from './draft-saver';
import type { KeptText } from './local-copy';

const text = (words: string): LessonText => ({ title: 'Seals', summary: 'x', document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] } });
const saved = (revision: number): SaveOutcome => ({ kind: 'saved', answer: { revision, savedAt: '2026-11-24T14:02:00Z', document: null } });

/** A server that answers as told, and a machine that remembers what was kept on it. */
function desk(...answers: SaveOutcome[]) {
  const sent: SaveRequest[] = [];
  const kept: (KeptText | null)[] = [];
  const saver = new DraftSaver({
    acknowledged: { ...text('one'), revision: 3 },
    send: (request) => {
      sent.push(request);
      return Promise.resolve(answers.shift() ?? saved(request.revision + 1));
    },
    keep: (value) => kept.push(value),
    onStored: () => undefined,
  });
  return { saver, sent, kept };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('words are kept on the machine at once and sent when the pen rests', async () => {
  const { saver, sent, kept } = desk();
  saver.change(text('one two'));
  expect(kept).toEqual([{ text: text('one two'), base: text('one'), revision: 3 }]);
  await vi.advanceTimersByTimeAsync(1400);
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect(sent).toEqual([{ ...text('one two'), revision: 3 }]);
  expect(saver.state).toEqual({ kind: 'saved', at: '2026-11-24T14:02:00Z' });
  expect(kept.at(-1)).toBeNull();
});

test('without a line it says so, tries again by itself, and keeps the copy until the server has the words', async () => {
  const { saver, sent, kept } = desk({ kind: 'unreachable' }, { kind: 'unreachable' });
  saver.change(text('two'));
  await vi.advanceTimersByTimeAsync(1500);
  expect(saver.state.kind).toBe('unreachable');
  expect(kept.at(-1)).not.toBeNull();
  await vi.advanceTimersByTimeAsync(2000 + 4000);
  expect(sent).toHaveLength(3);
  expect(saver.isUnsaved).toBe(false);
});

test('words typed while a save is under way are saved after it, on the new revision', async () => {
  const { saver, sent } = desk();
  saver.change(text('two'));
  const first = saver.saveNow();
  saver.change(text('two three'));
  await first;
  expect(saver.isUnsaved).toBe(true);
  await vi.advanceTimersByTimeAsync(1500);
  expect(sent.map(({ revision }) => revision)).toEqual([3, 4]);
});

test('a conflict stops saving, holds both texts, and goes on from what the writer decides', async () => {
  const theirs = { revision: 5, ...text('theirs'), by: 'B', at: '2026-11-24T14:00:00Z' };
  const { saver, sent } = desk({ kind: 'conflict', theirs });
  saver.change(text('mine'));
  await saver.saveNow();
  expect(saver.state).toMatchObject({ kind: 'conflict', mine: text('mine'), base: text('one'), theirs });
  saver.change(text('mine, longer'));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent).toHaveLength(1);
  expect(saver.state).toMatchObject({ kind: 'conflict', mine: text('mine, longer') });
  saver.resolve(text('both'), theirs);
  await vi.advanceTimersByTimeAsync(0);
  expect(sent[1]).toEqual({ ...text('both'), revision: 5 });
});

test('a refused text is not sent again and again, but new words are', async () => {
  const { saver, sent } = desk({ kind: 'refused', refusal: 'document-alt-missing', title: 'No alternative text' });
  saver.change(text('two'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toHaveLength(1);
  expect(saver.state).toEqual({ kind: 'refused', title: 'No alternative text' });
  saver.change(text('three'));
  await vi.advanceTimersByTimeAsync(1500);
  expect(sent).toHaveLength(2);
});
