import type { PostId } from '~/kernel/ids';
import type { Localized } from '~/kernel/locale';

export interface Post {
  readonly id: PostId;
  readonly parentId: PostId | null;
  readonly code: string;
  readonly name: Localized;
}

/** A post in the order of the tree, `depth` steps below headquarters. */
export type PlacedPost<P extends Post = Post> = P & { readonly depth: number };

/** Every post once, each after its parent and beside its siblings by code. */
export function inTreeOrder<P extends Post>(posts: readonly P[]): PlacedPost<P>[] {
  const children = groupByParent(posts);
  const place = (parentId: PostId | null, depth: number): PlacedPost<P>[] =>
    (children.get(parentId) ?? [])
      .toSorted((a, b) => (a.code < b.code ? -1 : 1))
      .flatMap((post) => [{ ...post, depth }, ...place(post.id, depth + 1)]);
  return place(null, 0);
}

/** Whether `post` would hang below itself if `parentId` became its parent: a tree has no circles. */
export function wouldCircle(posts: readonly Post[], move: { readonly postId: PostId; readonly parentId: PostId | null }): boolean {
  const parents = new Map(posts.map((post) => [post.id, post.parentId]));
  for (let above: PostId | null = move.parentId; above !== null; above = parents.get(above) ?? null) {
    if (above === move.postId) return true;
  }
  return false;
}

function groupByParent<P extends Post>(posts: readonly P[]): Map<PostId | null, P[]> {
  const groups = new Map<PostId | null, P[]>();
  for (const post of posts) groups.set(post.parentId, [...(groups.get(post.parentId) ?? []), post]);
  return groups;
}
