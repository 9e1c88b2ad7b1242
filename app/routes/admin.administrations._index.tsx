import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/identity/page-title';
import { administrationsPage } from '~/identity/queries/administrations-page.server';
import { localeOf } from '~/identity/request-locale.server';
import { requireRole } from '~/identity/require.server';
import { AdministrationsPage } from '~/identity/ui/administrations-page';

export const handle = { light: true };
export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.locale, 'admin.administrations');

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requireRole(request, 'operator');
  return { locale: localeOf(request, signedIn), administrations: await administrationsPage() };
}

export default function Administrations() {
  const { administrations } = useLoaderData<typeof loader>();
  return <AdministrationsPage administrations={administrations} />;
}
