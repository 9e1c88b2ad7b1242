import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { addPost, addPostStatus } from '~/identity/commands/add-post.server';
import { movePost, movePostStatus } from '~/identity/commands/move-post.server';
import { parseDone } from '~/identity/core/done';
import { fields } from '~/identity/core/fields';
import { pageTitle } from '~/identity/page-title';
import { postsPage } from '~/identity/queries/posts-page.server';
import { badFormStatus, refuseForm } from '~/identity/refuse-form.server';
import { localeOf } from '~/identity/request-locale.server';
import { requireRole } from '~/identity/require.server';
import { PostsPage } from '~/identity/ui/posts-page';
import type { PersonActor } from '~/kernel/actor';
import { readForm } from '~/platform/http/form.server';
import { notFound } from '~/platform/http/problem.server';

export const handle = { light: true };
export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.locale, 'admin.posts');

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requireRole(request, 'coordinator');
  const { administration } = signedIn;
  const done = parseDone(new URL(request.url).searchParams.get('done'));
  return { locale: localeOf(request, signedIn), administration, posts: await postsPage(administration.id), done };
}

const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('add'), nameEn: fields.name, nameFr: fields.name, code: fields.code, post: fields.post }),
  z.object({ intent: z.literal('move'), moved: fields.chosenPost, parent: fields.post }),
]);
type Given = z.infer<typeof form>;

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await requireRole(request, 'coordinator');
  const given = await readForm(request, form);
  if (!given.ok) return refuseForm(request, { ...given, status: badFormStatus(given.refusal) });
  const changed = await change(given.value, actor);
  if (changed.ok) return redirect(`/admin/posts?done=${given.value.intent === 'add' ? 'post-added' : 'post-moved'}`, 303);
  if (changed.refusal === 'post-not-found') throw notFound();
  const status = { ...addPostStatus, ...movePostStatus }[changed.refusal];
  return refuseForm(request, { status, refusal: changed.refusal, given: given.value });
}

function change(given: Given, actor: PersonActor) {
  if (given.intent === 'move') return movePost({ postId: given.moved, parentId: given.parent }, { actor });
  return addPost({ parentId: given.post, code: given.code, name: { en: given.nameEn, fr: given.nameFr } }, { actor });
}

export default function Posts() {
  return <PostsPage {...useLoaderData<typeof loader>()} form={useActionData<typeof action>()?.form ?? null} />;
}
