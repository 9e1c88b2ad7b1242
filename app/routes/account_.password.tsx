import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { changePassword, changePasswordStatus } from '~/identity/commands/change-password.server';
import { fields } from '~/identity/core/fields';
import { pageTitle } from '~/identity/page-title';
import { badFormStatus, formPageHeaders, refuseForm } from '~/identity/refuse-form.server';
import { localeOf } from '~/identity/request-locale.server';
import { forgetWhoAsks, requirePerson } from '~/identity/require.server';
import { sessionCookie } from '~/identity/session-cookie.server';
import { ChangePasswordPage } from '~/identity/ui/change-password-page';
import { now } from '~/platform/clock.server';
import { readForm } from '~/platform/http/form.server';

export const handle = { light: true };
export const headers = formPageHeaders;
export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.locale, 'change-password.title');

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requirePerson(request);
  return { locale: localeOf(request, signedIn), email: signedIn.person.email };
}

const form = z.object({ current: fields.password, password: fields.password, again: fields.password });

export async function action({ request }: ActionFunctionArgs) {
  const { person } = await requirePerson(request);
  const given = await readForm(request, form);
  if (!given.ok) return refuseForm(request, { ...given, status: badFormStatus(given.refusal) });
  const { current, password, again } = given.value;
  if (password !== again) return refuseForm(request, { status: 400, refusal: 'passwords-differ', given: {} });
  const outcome = await changePassword({ person, currentPassword: current, newPassword: password }, { now: now() });
  if (!outcome.ok) {
    const { refusal, retryAfterSeconds } = outcome;
    return refuseForm(request, { status: changePasswordStatus[refusal], refusal, given: {}, retryAfterSeconds });
  }
  forgetWhoAsks();
  return redirect('/account?done=password-changed', { status: 303, headers: { 'Set-Cookie': sessionCookie(outcome.value.token) } });
}

export default function ChangePassword() {
  const { email } = useLoaderData<typeof loader>();
  return <ChangePasswordPage email={email} form={useActionData<typeof action>()?.form ?? null} />;
}
