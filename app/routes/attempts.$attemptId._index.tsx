import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { attemptPage } from '~/assessment/queries/attempt-page.server';
import { AttemptView, SuspendedView } from '~/assessment/ui/attempt-page';
import { pageTitle } from '~/assessment/ui/page-title';
import { localeOf } from '~/identity/request-locale.server';
import { requireRole } from '~/identity/require.server';
import { parseId } from '~/kernel/ids';
import { now } from '~/platform/clock.server';
import { db } from '~/platform/db.server';
import { notFound } from '~/platform/http/problem.server';

export const handle = { light: true, islands: ['assessment/answer'] };

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => pageTitle(loaded?.page.title);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const signedIn = await requireRole(request, 'trainee');
  const attemptId = parseId('attempt', params['attemptId']);
  const { searchParams } = new URL(request.url);
  const current = positionOf(searchParams.get('q'));
  if (!attemptId || current === 'none') throw notFound();
  const locale = localeOf(request, signedIn);
  const page = await attemptPage(db, { attemptId, personId: signedIn.actor.id, position: current ?? 'all', locale, now: now() });
  if (!page) throw notFound();
  if (page.due || (page.state !== 'inProgress' && page.state !== 'suspended')) return redirect(`/attempts/${attemptId}/result`, 303);
  return data({ page, current, savedEarlier: searchParams.get('saved') === 'earlier' }, { headers: { 'Cache-Control': 'no-store' } });
}

/** The question that `?q=` asks for: null for all of them, `none` for what is no question of any attempt. */
function positionOf(text: string | null): number | null | 'none' {
  if (text === null) return null;
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 'none';
}

export default function AttemptRoute() {
  const { page, current, savedEarlier } = useLoaderData<typeof loader>();
  return page.state === 'suspended' ? <SuspendedView page={page} /> : <AttemptView page={page} current={current} savedEarlier={savedEarlier} />;
}
