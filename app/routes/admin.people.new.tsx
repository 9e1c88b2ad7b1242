import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { invitePerson, invitePersonStatus } from '~/identity/commands/invite-person.server';
import { fields } from '~/identity/core/fields';
import { pageTitle } from '~/identity/page-title';
import { postsPage } from '~/identity/queries/posts-page.server';
import { badFormStatus, refuseForm } from '~/identity/refuse-form.server';
import { localeOf } from '~/identity/request-locale.server';
import { requireRole } from '~/identity/require.server';
import { NewPersonPage } from '~/identity/ui/new-person-page';
import { now } from '~/platform/clock.server';
import { readForm } from '~/platform/http/form.server';
import { notFound } from '~/platform/http/problem.server';

export const handle = { light: true };
export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.locale, 'people.add');

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requireRole(request, 'coordinator');
  return { locale: localeOf(request, signedIn), posts: await postsPage(signedIn.administration.id) };
}

const { name, email, serviceNumber, post, role, locale } = fields;
const form = z.object({ name, email, serviceNumber, post, role, locale });

export async function action({ request }: ActionFunctionArgs) {
  const { actor, person } = await requireRole(request, 'coordinator');
  const given = await readForm(request, form);
  if (!given.ok) return refuseForm(request, { ...given, status: badFormStatus(given.refusal) });
  const { post: postId, ...details } = given.value;
  const invited = await invitePerson({ ...details, postId, timeZone: person.timeZone }, { actor, now: now() });
  if (invited.ok) return redirect(`/admin/people/${invited.value}?done=person-added`, 303);
  if (invited.refusal === 'post-not-found') throw notFound();
  return refuseForm(request, { status: invitePersonStatus[invited.refusal], refusal: invited.refusal, given: given.value });
}

export default function NewPerson() {
  const { posts } = useLoaderData<typeof loader>();
  return <NewPersonPage posts={posts} form={useActionData<typeof action>()?.form ?? null} />;
}
