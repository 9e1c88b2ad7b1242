import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readAttemptFilter } from '~/audit/core/attempt-filter';
import { messages } from '~/audit/messages';
import { assessmentChoices, attemptRegister } from '~/audit/queries/attempt-register.server';
import { AttemptsView } from '~/audit/ui/attempts-view';
import { localeOf } from '~/identity/request-locale.server';
import { requireRole } from '~/identity/require.server';

export const handle = { light: true };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? [{ title: `${page.title} · Bluepost` }] : []);

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requireRole(request, 'auditor');
  const { searchParams } = new URL(request.url);
  const { typed, filter, wrong } = readAttemptFilter(searchParams);
  const register = filter && (await attemptRegister({ administrationId: signedIn.administration.id, filter }));
  searchParams.delete('after');
  const title = messages.translator(localeOf(request, signedIn))('place.attempts');
  return data({ title, typed, wrong, register, assessments: await assessmentChoices(), asked: searchParams.toString() }, { status: filter ? 200 : 400 });
}

export default function AttemptsOfAdministration() {
  return <AttemptsView {...useLoaderData<typeof loader>()} />;
}
