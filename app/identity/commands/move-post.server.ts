import type { PersonActor } from '~/kernel/actor';
import type { PostId } from '~/kernel/ids';
import { done, refused, type Result } from '~/kernel/result';
import { withTransaction } from '~/platform/db.server';
import { wouldCircle } from '../core/post-tree';
import { mayDo } from '../core/role-rules';
import { lockAdministration } from '../store/administrations.server';
import { listPosts, savePostParent } from '../store/posts.server';

export interface PostMove {
  readonly postId: PostId;
  /** Null for the top of the tree. */
  readonly parentId: PostId | null;
}

export type MovePostRefusal = 'not-your-task' | 'post-not-found' | 'post-would-circle';

export const movePostStatus = {
  'not-your-task': 403,
  'post-not-found': 404,
  'post-would-circle': 409,
} satisfies Record<MovePostRefusal, number>;

/** Hangs a post, with everything below it, under another one. The lock keeps two moves from closing a circle together. */
export function movePost(move: PostMove, { actor }: { readonly actor: PersonActor }): Promise<Result<true, MovePostRefusal>> {
  return withTransaction('move-post', async (tx) => {
    if (!mayDo(actor.role, 'manage-posts')) return refused('not-your-task');
    await lockAdministration(tx, actor.administrationId);
    const posts = await listPosts(tx, actor.administrationId);
    const own = new Set(posts.map(({ id }) => id));
    if (!own.has(move.postId) || (move.parentId !== null && !own.has(move.parentId))) return refused('post-not-found');
    if (wouldCircle(posts, move)) return refused('post-would-circle');
    await savePostParent(tx, move);
    return done(true);
  });
}
