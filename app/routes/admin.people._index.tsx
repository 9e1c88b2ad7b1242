import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { pageTitle } from '~/identity/page-title';
import { peoplePage } from '~/identity/queries/people-page.server';
import { localeOf } from '~/identity/request-locale.server';
import { requireRole } from '~/identity/require.server';
import { PeoplePage } from '~/identity/ui/people-page';
import { parseRole } from '~/kernel/actor';

export const handle = { light: true };
export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.locale, 'admin.people');

/** A wish that makes no sense is no wish: a list is never an error. */
const asked = z.object({
  text: z.string().max(100).transform((text) => text.normalize('NFC').trim()).catch(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requireRole(request, 'coordinator');
  const { searchParams } = new URL(request.url);
  const { text, page } = asked.parse(Object.fromEntries(searchParams));
  const role = parseRole(searchParams.get('role'));
  const { administration } = signedIn;
  const found = await peoplePage({ administrationId: administration.id, text, role, page });
  return { locale: localeOf(request, signedIn), administration, text, role, ...found };
}

export default function People() {
  return <PeoplePage {...useLoaderData<typeof loader>()} />;
}
