import { z } from 'zod';
import type { AdministrationId, PostId } from '~/kernel/ids';
import type { Localized } from '~/kernel/locale';
import type { Reader, Tx } from '~/platform/db.server';
import type { Post } from '../core/post-tree';
import type { StaffedPost } from '../core/views';
import { idColumn, localizedColumn } from './columns.server';

const postRow = z.object({ id: idColumn('post'), parentId: idColumn('post').nullable(), code: z.string(), name: localizedColumn });

/** Every post of an administration, in no order. */
export async function listPosts(reader: Reader, administrationId: AdministrationId): Promise<StaffedPost[]> {
  const rows = await reader.post.findMany({
    where: { administrationId },
    select: { id: true, parentId: true, code: true, name: true, _count: { select: { people: true } } },
  });
  return rows.map(({ _count, ...row }) => ({ ...postRow.parse(row), people: _count.people }));
}

/** The post of that administration, null when it is another's. */
export async function findPost(reader: Reader, { administrationId, postId }: { readonly administrationId: AdministrationId; readonly postId: PostId }): Promise<Post | null> {
  const row = await reader.post.findFirst({ where: { id: postId, administrationId }, select: { id: true, parentId: true, code: true, name: true } });
  return row && postRow.parse(row);
}

interface NewPost {
  readonly id: PostId;
  readonly administrationId: AdministrationId;
  readonly parentId: PostId | null;
  readonly code: string;
  readonly name: Localized;
}

/** @returns false when the administration already has a post of that code */
export async function createPost(tx: Tx, post: NewPost): Promise<boolean> {
  const { count } = await tx.post.createMany({ data: [{ ...post, name: { ...post.name } }], skipDuplicates: true });
  return count === 1;
}

export async function savePostParent(tx: Tx, { postId, parentId }: { readonly postId: PostId; readonly parentId: PostId | null }): Promise<void> {
  await tx.post.update({ where: { id: postId }, data: { parentId } });
}
