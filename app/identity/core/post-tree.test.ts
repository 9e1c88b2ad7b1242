import { expect, test } from 'vitest';
import type { PostId } from '~/kernel/ids';
import { inTreeOrder, type Post, wouldCircle } from './post-tree';

const post = (code: string, parent: string | null): Post => ({
  id: `pst_${code}` as PostId,
  parentId: parent === null ? null : (`pst_${parent}` as PostId),
  code,
  name: { en: code, fr: code },
});
const posts = [post('north-2', 'north'), post('south', 'hq'), post('north', 'hq'), post('hq', null), post('north-1', 'north')];

test('posts are listed below their parents, siblings by code', () => {
  expect(inTreeOrder(posts).map(({ code, depth }) => `${depth} ${code}`)).toEqual(['0 hq', '1 north', '2 north-1', '2 north-2', '1 south']);
});

test('a post cannot hang below itself', () => {
  const move = (code: string, parent: string | null) => wouldCircle(posts, { postId: `pst_${code}`, parentId: parent === null ? null : `pst_${parent}` });
  expect(move('north', 'north')).toBe(true);
  expect(move('hq', 'north-1')).toBe(true);
  expect(move('north-1', 'south')).toBe(false);
  expect(move('north', null)).toBe(false);
});
