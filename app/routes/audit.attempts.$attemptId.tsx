import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { messages } from '~/audit/messages';
import { attemptWalk } from '~/audit/queries/attempt-walk.server';
import { shownEvidence } from '~/audit/queries/shown-evidence.server';
import { AttemptWalkView } from '~/audit/ui/attempt-walk-view';
import { localeOf } from '~/identity/request-locale.server';
import { requireRole } from '~/identity/require.server';
import { parseId } from '~/kernel/ids';
import { now } from '~/platform/clock.server';
import { notFound } from '~/platform/http/problem.server';

export const handle = { light: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? [{ title: `${data.title} · Bluepost` }] : []);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const signedIn = await requireRole(request, 'auditor');
  const attemptId = parseId('attempt', params['attemptId']);
  const walk = attemptId && (await attemptWalk({ attemptId, administrationId: signedIn.administration.id }, now()));
  if (!walk) throw notFound();
  const { stages, verdict, entries, names } = walk;
  const evidence = walk.evidence && shownEvidence(walk.evidence, names);
  return { title: messages.translator(localeOf(request, signedIn))('walk.attempt'), attemptId, stages, verdict, evidence, entries };
}

export default function AttemptOfAdministration() {
  return <AttemptWalkView {...useLoaderData<typeof loader>()} />;
}
