import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { submitAttempt, submitAttemptStatus } from '~/assessment/commands/submit-attempt.server';
import { attemptPage } from '~/assessment/queries/attempt-page.server';
import { pageTitle } from '~/assessment/ui/page-title';
import { refusalText } from '~/assessment/ui/refusal-text';
import { ReviewView } from '~/assessment/ui/review-page';
import { localeOf } from '~/identity/request-locale.server';
import { requireRole } from '~/identity/require.server';
import { parseId } from '~/kernel/ids';
import { now } from '~/platform/clock.server';
import { db } from '~/platform/db.server';
import { notFound, refusalResponse } from '~/platform/http/problem.server';

export const handle = { light: true, islands: ['assessment/answer'] };

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => pageTitle(loaded?.page?.title);

/** GET: the last look before handing in. (Remix also runs it for the page of a refused POST.) */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const signedIn = await requireRole(request, 'trainee');
  const attemptId = parseId('attempt', params['attemptId']);
  if (!attemptId) throw notFound();
  const page = await attemptPage(db, { attemptId, personId: signedIn.actor.id, position: 'none', locale: localeOf(request, signedIn), now: now() });
  if (!page) throw notFound();
  if (page.state === 'suspended') return redirect(`/attempts/${attemptId}`, 303);
  if (page.state !== 'inProgress' || page.due) return redirect(`/attempts/${attemptId}/result`, 303);
  return data({ page }, { headers: { 'Cache-Control': 'no-store' } });
}

/** POST: hands the attempt in, and leads to its result; a repeat leads there too. */
export async function action({ request, params }: ActionFunctionArgs) {
  const signedIn = await requireRole(request, 'trainee');
  const attemptId = parseId('attempt', params['attemptId']);
  if (!attemptId) throw notFound();
  const submitted = await submitAttempt({ attemptId }, { actor: signedIn.actor, now: now() });
  if (submitted.ok) return redirect(`/attempts/${attemptId}/result`, 303);
  const { refusal } = submitted;
  throw refusalResponse(request, { status: submitAttemptStatus[refusal], refusal, title: refusalText(localeOf(request, signedIn), refusal) });
}

export default function SubmitRoute() {
  const { page } = useLoaderData<typeof loader>();
  return <ReviewView page={page} />;
}
