import type { PersonActor } from '~/kernel/actor';
import type { PostId } from '~/kernel/ids';
import type { Localized } from '~/kernel/locale';
import { done, refused, type Result } from '~/kernel/result';
import { withTransaction } from '~/platform/db.server';
import { newId } from '~/platform/random.server';
import { mayDo } from '../core/role-rules';
import { createPost, findPost } from '../store/posts.server';

export interface PostToAdd {
  readonly parentId: PostId | null;
  readonly code: string;
  readonly name: Localized;
}

export type AddPostRefusal = 'not-your-task' | 'post-not-found' | 'post-code-taken';

export const addPostStatus = {
  'not-your-task': 403,
  'post-not-found': 404,
  'post-code-taken': 409,
} satisfies Record<AddPostRefusal, number>;

/** Adds a post to the tree of the own administration. */
export function addPost(post: PostToAdd, { actor }: { readonly actor: PersonActor }): Promise<Result<PostId, AddPostRefusal>> {
  return withTransaction('add-post', async (tx) => {
    if (!mayDo(actor.role, 'manage-posts')) return refused('not-your-task');
    const { administrationId } = actor;
    if (post.parentId && !(await findPost(tx, { administrationId, postId: post.parentId }))) return refused('post-not-found');
    const id = newId('post');
    return (await createPost(tx, { id, administrationId, ...post })) ? done(id) : refused('post-code-taken');
  });
}
