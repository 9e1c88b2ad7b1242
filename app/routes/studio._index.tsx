import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { studioHome } from '~/authoring/queries/studio-home.server';
import { messages } from '~/authoring/messages';
import { StudioHomePage } from '~/authoring/ui/studio-home-page';
import { localeOf } from '~/identity/request-locale.server';
import { requireRole } from '~/identity/require.server';
import { sourceLocale } from '~/kernel/locale';
import { db } from '~/platform/db.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: messages.translator(data?.locale ?? sourceLocale)('studio.title') }];

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requireRole(request, 'instructor');
  const { administrationId, id: personId } = signedIn.actor;
  return { locale: localeOf(request, signedIn), home: await studioHome(db, { administrationId, personId }) };
}

export default function StudioHomeRoute() {
  const { home } = useLoaderData<typeof loader>();
  return <StudioHomePage {...home} />;
}
