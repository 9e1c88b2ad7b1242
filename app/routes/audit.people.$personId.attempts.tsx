import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readAttemptFilter } from '~/audit/core/attempt-filter';
import { messages } from '~/audit/messages';
import { officerAttempts } from '~/audit/queries/attempt-register.server';
import { OfficerAttemptsView } from '~/audit/ui/officer-attempts-view';
import { localeOf } from '~/identity/request-locale.server';
import { requireRole } from '~/identity/require.server';
import { parseId } from '~/kernel/ids';
import { notFound } from '~/platform/http/problem.server';

export const handle = { light: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? [{ title: `${data.title} · Bluepost` }] : []);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const signedIn = await requireRole(request, 'auditor');
  const personId = parseId('person', params['personId']);
  const { filter } = readAttemptFilter(new URL(request.url).searchParams);
  const administrationId = signedIn.administration.id;
  const officer = personId && (await officerAttempts({ administrationId, personId, filter: filter ?? {} }));
  if (!officer) throw notFound();
  return { title: messages.translator(localeOf(request, signedIn))('officer.title', { name: officer.name }), officer };
}

export default function AttemptsOfOfficer() {
  return <OfficerAttemptsView {...useLoaderData<typeof loader>()} />;
}
