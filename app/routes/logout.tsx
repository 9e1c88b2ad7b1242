import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { signOut } from '~/identity/commands/sign-out.server';
import { forgetLanguageCookie } from '~/identity/request-locale.server';
import { forgetWhoAsks } from '~/identity/require.server';
import { blankSessionCookie, sessionToken } from '~/identity/session-cookie.server';

/** Looking at this address changes nothing: only a form of ours signs out. */
export function loader() {
  return redirect('/', 303);
}

export async function action({ request }: ActionFunctionArgs) {
  const token = sessionToken(request);
  if (token) await signOut(token);
  forgetWhoAsks();
  const headers = new Headers({ 'Cache-Control': 'no-store' });
  headers.append('Set-Cookie', blankSessionCookie());
  headers.append('Set-Cookie', forgetLanguageCookie());
  return redirect('/login?signed-out', { status: 303, headers });
}
