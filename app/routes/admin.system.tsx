import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/identity/page-title';
import { systemPage } from '~/identity/queries/system-page.server';
import { localeOf } from '~/identity/request-locale.server';
import { requireRole } from '~/identity/require.server';
import { SystemPage } from '~/identity/ui/system-page';
import { now } from '~/platform/clock.server';

export const handle = { light: true };
export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.locale, 'system.title');

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requireRole(request, 'operator');
  return { locale: localeOf(request, signedIn), state: await systemPage(now()) };
}

export default function System() {
  const { state } = useLoaderData<typeof loader>();
  return <SystemPage state={state} />;
}
