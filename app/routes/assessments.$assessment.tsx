import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { startAttempt, startAttemptStatus } from '~/assessment/commands/start-attempt.server';
import { assessmentPage } from '~/assessment/queries/assessment-page.server';
import { AssessmentView } from '~/assessment/ui/assessment-page';
import { pageTitle } from '~/assessment/ui/page-title';
import { refusalText } from '~/assessment/ui/refusal-text';
import { localeOf } from '~/identity/request-locale.server';
import { requireRole } from '~/identity/require.server';
import { now } from '~/platform/clock.server';
import { db } from '~/platform/db.server';
import { notFound, refusalResponse } from '~/platform/http/problem.server';

export const handle = { light: true };

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => pageTitle(loaded?.page.definition.title[loaded.locale]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const signedIn = await requireRole(request, 'trainee');
  const { assessment = '' } = params;
  const page = await assessmentPage(db, { assessment, personId: signedIn.actor.id, now: now() });
  if (!page) throw notFound();
  return data({ page, locale: localeOf(request, signedIn) }, { headers: { 'Cache-Control': 'no-store' } });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const signedIn = await requireRole(request, 'trainee');
  const { assessment = '' } = params;
  const locale = localeOf(request, signedIn);
  const started = await startAttempt({ assessment, locale }, { actor: signedIn.actor, now: now() });
  if (started.ok) return redirect(`/attempts/${started.value.attemptId}`, 303);
  const { refusal } = started;
  throw refusalResponse(request, { status: startAttemptStatus[refusal], refusal, title: refusalText(locale, refusal) });
}

export default function AssessmentRoute() {
  const { page } = useLoaderData<typeof loader>();
  return <AssessmentView page={page} />;
}
