import type { AdministrationId } from '~/kernel/ids';
import { db } from '~/platform/db.server';
import { inTreeOrder, type PlacedPost } from '../core/post-tree';
import type { StaffedPost } from '../core/views';
import { listPosts } from '../store/posts.server';

/** The posts of an administration in the order of its tree. */
export async function postsPage(administrationId: AdministrationId): Promise<PlacedPost<StaffedPost>[]> {
  return inTreeOrder(await listPosts(db, administrationId));
}
