import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { correctPerson, correctPersonStatus } from '~/identity/commands/correct-person.server';
import { fields } from '~/identity/core/fields';
import { pageTitle } from '~/identity/page-title';
import { personPage } from '~/identity/queries/person-page.server';
import { postsPage } from '~/identity/queries/posts-page.server';
import { badFormStatus, refuseForm } from '~/identity/refuse-form.server';
import { localeOf } from '~/identity/request-locale.server';
import { requireRole } from '~/identity/require.server';
import { EditPersonPage } from '~/identity/ui/edit-person-page';
import { parseId } from '~/kernel/ids';
import { readForm } from '~/platform/http/form.server';
import { notFound } from '~/platform/http/problem.server';

export const handle = { light: true };
export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.locale, 'person.edit');

export async function loader({ request, params }: LoaderFunctionArgs) {
  const signedIn = await requireRole(request, 'coordinator');
  const administrationId = signedIn.administration.id;
  const personId = parseId('person', params['personId']);
  const page = personId && (await personPage({ administrationId, personId }));
  if (!page) throw notFound();
  return { locale: localeOf(request, signedIn), person: page.person, hasPassword: page.hasPassword, posts: await postsPage(administrationId) };
}

const { name, email, serviceNumber, post, revision } = fields;
const form = z.object({ name, email, serviceNumber, post, revision });

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await requireRole(request, 'coordinator');
  const personId = parseId('person', params['personId']);
  if (!personId) throw notFound();
  const given = await readForm(request, form);
  if (!given.ok) return refuseForm(request, { ...given, status: badFormStatus(given.refusal) });
  const { post: postId, ...details } = given.value;
  const corrected = await correctPerson({ personId, postId, ...details }, { actor });
  if (corrected.ok) return redirect(`/admin/people/${personId}?done=person-corrected`, 303);
  if (correctPersonStatus[corrected.refusal] === 404) throw notFound();
  return refuseForm(request, { status: correctPersonStatus[corrected.refusal], refusal: corrected.refusal, given: given.value });
}

export default function EditPerson() {
  const page = useLoaderData<typeof loader>();
  return <EditPersonPage {...page} form={useActionData<typeof action>()?.form ?? null} />;
}
