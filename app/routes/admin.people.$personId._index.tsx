import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { parseDone } from '~/identity/core/done';
import { personPage } from '~/identity/queries/person-page.server';
import { requireRole } from '~/identity/require.server';
import { PersonPage } from '~/identity/ui/person-page';
import { parseId } from '~/kernel/ids';
import { notFound } from '~/platform/http/problem.server';

export const handle = { light: true };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.person.name ?? ''} · Bluepost` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { administration, person: viewer } = await requireRole(request, 'coordinator');
  const personId = parseId('person', params['personId']);
  const page = personId && (await personPage({ administrationId: administration.id, personId }));
  if (!page) throw notFound();
  return { ...page, own: personId === viewer.id, done: parseDone(new URL(request.url).searchParams.get('done')) };
}

export default function Person() {
  return <PersonPage {...useLoaderData<typeof loader>()} />;
}
