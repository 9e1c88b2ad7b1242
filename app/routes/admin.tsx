import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import { refusalPage } from '~/identity/refuse-form.server';
import { requirePerson } from '~/identity/require.server';
import { AdminFrame } from '~/identity/ui/admin-frame';

export const handle = { light: true };

/** The console of coordinators and operators. Each page asks for its own role again: this one only draws the menu. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { roles } = await requirePerson(request);
  const coordinates = roles.includes('coordinator');
  if (!coordinates && !roles.includes('operator')) throw refusalPage(request, { status: 403, refusal: 'role-missing' });
  if (/^\/admin\/?$/.test(new URL(request.url).pathname)) throw redirect(coordinates ? '/admin/people' : '/admin/administrations');
  return { roles };
}

/** Names of people stay out of the caches of shared machines. */
export const headers = () => ({ 'Cache-Control': 'no-store' });

export default function Admin() {
  const { roles } = useLoaderData<typeof loader>();
  return <AdminFrame roles={roles}><Outlet /></AdminFrame>;
}
