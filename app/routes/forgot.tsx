import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { askForLink } from '~/identity/commands/ask-for-link.server';
import { fields } from '~/identity/core/fields';
import { pageTitle } from '~/identity/page-title';
import { badFormStatus, formPageHeaders, refuseForm } from '~/identity/refuse-form.server';
import { localeOf } from '~/identity/request-locale.server';
import { ForgotPage } from '~/identity/ui/forgot-page';
import { now } from '~/platform/clock.server';
import { clientAddress } from '~/platform/http/client-address.server';
import { readForm } from '~/platform/http/form.server';

export const handle = { light: true };
export const headers = formPageHeaders;
export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.locale, 'forgot.title');

export function loader({ request }: LoaderFunctionArgs) {
  return { locale: localeOf(request), sent: new URL(request.url).searchParams.has('sent') };
}

const form = z.object({ email: fields.email });

export async function action({ request }: ActionFunctionArgs) {
  const given = await readForm(request, form);
  if (!given.ok) return refuseForm(request, { ...given, status: badFormStatus(given.refusal) });
  const { email } = given.value;
  const outcome = await askForLink({ email, address: clientAddress(request), locale: localeOf(request) }, { now: now() });
  if (!outcome.ok) return refuseForm(request, { ...outcome, status: 429, given: { email } });
  return redirect('/forgot?sent', 303);
}

export default function Forgot() {
  const { sent } = useLoaderData<typeof loader>();
  return <ForgotPage sent={sent} form={useActionData<typeof action>()?.form ?? null} />;
}
