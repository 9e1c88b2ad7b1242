import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { setPasswordByLink, setPasswordStatus } from '~/identity/commands/set-password-by-link.server';
import { fields } from '~/identity/core/fields';
import { pageTitle } from '~/identity/page-title';
import { setPasswordPage } from '~/identity/queries/set-password-page.server';
import { badFormStatus, formPageHeaders, refuseForm } from '~/identity/refuse-form.server';
import { localeOf } from '~/identity/request-locale.server';
import { forgetWhoAsks } from '~/identity/require.server';
import { sessionCookie, sessionToken } from '~/identity/session-cookie.server';
import { LinkNotValidPage, SetPasswordPage } from '~/identity/ui/set-password-page';
import { now } from '~/platform/clock.server';
import { readForm } from '~/platform/http/form.server';

export const handle = { light: true };
export const headers = formPageHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.locale, page?.link ? 'set-password.title' : 'set-password.invalid-title');

export async function loader({ request, params }: LoaderFunctionArgs) {
  const link = await setPasswordPage({ token: params['token'] ?? '', now: now() });
  const shown = link && { name: link.name, email: link.email };
  return data({ locale: localeOf(request), link: shown }, { status: link ? 200 : 404 });
}

const form = z.object({ password: fields.password, again: fields.password });

export async function action({ request, params }: ActionFunctionArgs) {
  const given = await readForm(request, form);
  if (!given.ok) return refuseForm(request, { ...given, status: badFormStatus(given.refusal) });
  const { password, again } = given.value;
  if (password !== again) return refuseForm(request, { status: 400, refusal: 'passwords-differ', given: {} });
  const outcome = await setPasswordByLink({ linkToken: params['token'] ?? '', password, previousToken: sessionToken(request) }, { now: now() });
  if (!outcome.ok) return refuseForm(request, { status: setPasswordStatus[outcome.refusal], refusal: outcome.refusal, given: {} });
  forgetWhoAsks();
  return redirect('/', { status: 303, headers: { 'Set-Cookie': sessionCookie(outcome.value.token) } });
}

export default function SetPassword() {
  const { link } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? null;
  return link ? <SetPasswordPage {...link} form={form} /> : <LinkNotValidPage />;
}
