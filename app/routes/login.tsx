import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { signIn, signInStatus } from '~/identity/commands/sign-in.server';
import { normalEmail } from '~/identity/core/email-address';
import { fields } from '~/identity/core/fields';
import { localPath } from '~/identity/core/local-path';
import { homeOf } from '~/identity/core/role-rules';
import { pageTitle } from '~/identity/page-title';
import { badFormStatus, formPageHeaders, refuseForm } from '~/identity/refuse-form.server';
import { localeOf } from '~/identity/request-locale.server';
import { forgetWhoAsks, optionalPerson } from '~/identity/require.server';
import { sessionCookie, sessionToken } from '~/identity/session-cookie.server';
import { SignInPage } from '~/identity/ui/sign-in-page';
import { now } from '~/platform/clock.server';
import { env } from '~/platform/env.server';
import { clientAddress } from '~/platform/http/client-address.server';
import { readForm } from '~/platform/http/form.server';

export const handle = { light: true };
export const headers = formPageHeaders;
export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.locale, 'sign-in.title');

export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const next = localPath(searchParams.get('next'));
  const signedIn = await optionalPerson(request);
  if (signedIn && request.method === 'GET') throw redirect(next ?? homeOf(signedIn.roles), 303);
  const email = normalEmail((searchParams.get('email') ?? '').slice(0, 254));
  return { locale: localeOf(request), next, email, signedOut: searchParams.has('signed-out'), demo: env().demo && !env().production };
}

const form = z.object({ email: fields.email, password: fields.password, next: z.string().max(2000).optional() });

export async function action({ request }: ActionFunctionArgs) {
  const given = await readForm(request, form);
  if (!given.ok) return refuseForm(request, { ...given, status: badFormStatus(given.refusal) });
  const { email, password, next } = given.value;
  const outcome = await signIn({ email, password, address: clientAddress(request), previousToken: sessionToken(request) }, { now: now() });
  if (!outcome.ok) {
    const retryAfterSeconds = 'retryAfterSeconds' in outcome ? outcome.retryAfterSeconds : undefined;
    return refuseForm(request, { status: signInStatus[outcome.refusal], refusal: outcome.refusal, given: { email, next: next ?? null }, retryAfterSeconds });
  }
  forgetWhoAsks();
  const { token, roles } = outcome.value;
  return redirect(localPath(next) ?? homeOf(roles), { status: 303, headers: { 'Set-Cookie': sessionCookie(token) } });
}

export default function Login() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? null;
  return <SignInPage {...page} next={localPath(form?.given['next']) ?? page.next} form={form} />;
}
