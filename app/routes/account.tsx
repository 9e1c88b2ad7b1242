import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { saveAccount } from '~/identity/commands/save-account.server';
import { parseDone } from '~/identity/core/done';
import { fields } from '~/identity/core/fields';
import { pageTitle } from '~/identity/page-title';
import { badFormStatus, formPageHeaders, refuseForm } from '~/identity/refuse-form.server';
import { forgetLanguageCookie, localeOf } from '~/identity/request-locale.server';
import { requirePerson } from '~/identity/require.server';
import { AccountPage } from '~/identity/ui/account-page';
import { readForm } from '~/platform/http/form.server';

export const handle = { light: true };
export const headers = formPageHeaders;
export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.locale, 'account.title');

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requirePerson(request);
  const { person, administration, post, roles } = signedIn;
  const done = parseDone(new URL(request.url).searchParams.get('done'));
  return { locale: localeOf(request, signedIn), signedIn: { person, administration, post, roles }, done };
}

const form = z.object({ locale: fields.localeOrNone, timeZone: fields.timeZone });

export async function action({ request }: ActionFunctionArgs) {
  const { person } = await requirePerson(request);
  const given = await readForm(request, form);
  if (!given.ok) return refuseForm(request, { ...given, status: badFormStatus(given.refusal) });
  await saveAccount({ personId: person.id, ...given.value });
  // What was once picked in the language switch of this browser must not outweigh what the person has now decided.
  return redirect('/account?done=account-saved', { status: 303, headers: { 'Set-Cookie': forgetLanguageCookie() } });
}

export default function Account() {
  const { signedIn, done } = useLoaderData<typeof loader>();
  return <AccountPage signedIn={signedIn} done={done} form={useActionData<typeof action>()?.form ?? null} />;
}
