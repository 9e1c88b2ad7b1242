import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { settleAttempt } from '~/assessment/commands/settle-attempt.server';
import { attemptResult } from '~/assessment/queries/attempt-result.server';
import { pageTitle } from '~/assessment/ui/page-title';
import { EarnedCertificate, ResultView } from '~/assessment/ui/result-page';
import { certificateOfAttempt } from '~/certification/queries/certificate-of-attempt.server';
import { localeOf } from '~/identity/request-locale.server';
import { requireRole } from '~/identity/require.server';
import { parseId } from '~/kernel/ids';
import { now } from '~/platform/clock.server';
import { db } from '~/platform/db.server';
import { notFound } from '~/platform/http/problem.server';

export const handle = { light: true };

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => pageTitle(loaded?.result.title);

/** The result. Looking at it after the deadline settles the clock first, as the sweeper would within a minute. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const signedIn = await requireRole(request, 'trainee');
  const attemptId = parseId('attempt', params['attemptId']);
  if (!attemptId) throw notFound();
  const wanted = { attemptId, personId: signedIn.actor.id, locale: localeOf(request, signedIn), now: now() };
  let result = await attemptResult(db, wanted);
  if (result?.state === 'inProgress') {
    await settleAttempt(wanted, wanted);
    result = await attemptResult(db, wanted);
  }
  if (!result) throw notFound();
  if (result.state === 'inProgress' || result.state === 'suspended') return redirect(`/attempts/${attemptId}`, 303);
  const certificate = result.certifies && result.score?.passed ? { number: await certificateOfAttempt(attemptId) } : null;
  return data({ result, certificate }, { headers: { 'Cache-Control': 'no-store' } });
}

export default function ResultRoute() {
  const { result, certificate } = useLoaderData<typeof loader>();
  return <ResultView result={result} certificate={certificate && <EarnedCertificate number={certificate.number} />} />;
}
