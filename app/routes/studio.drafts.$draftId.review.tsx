import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { askedSteps, stepCommands, stepStatus } from '~/authoring/commands/step-commands.server';
import { reviewComment } from '~/authoring/core/draft';
import { reviewPage } from '~/authoring/queries/review-page.server';
import { studioTitle } from '~/authoring/ui/page-title';
import { refusalText } from '~/authoring/ui/refusal-text';
import { ReviewPageView } from '~/authoring/ui/review-page';
import { localeOf } from '~/identity/request-locale.server';
import { requireRole } from '~/identity/require.server';
import { parseId } from '~/kernel/ids';
import { now } from '~/platform/clock.server';
import { db } from '~/platform/db.server';
import { readForm } from '~/platform/http/form.server';
import { notFound, refusalResponse, wantsJson } from '~/platform/http/problem.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => studioTitle(page?.locale, page?.page.title);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const signedIn = await requireRole(request, 'instructor');
  const draftId = parseId('draft', params['draftId']);
  const { administrationId, id: personId } = signedIn.actor;
  const asked = new URL(request.url).searchParams;
  const since = z.coerce.number().int().min(1).max(1_000_000).safeParse(asked.get('since') ?? undefined);
  const page = draftId && (await reviewPage(db, { draftId, administrationId, personId, since: since.data ?? null }));
  if (!page) throw notFound();
  return { locale: localeOf(request, signedIn), page, done: asked.get('done') };
}

const form = z.object({
  step: z.enum(askedSteps),
  revision: z.coerce.number().int().min(1),
  documentHash: z.string().regex(/^[0-9a-f]{64}$/),
  comment: reviewComment.default(''),
});

/** One step of the review. A refusal comes back on the page, with the comment as it was typed. */
export async function action({ request, params }: ActionFunctionArgs) {
  const signedIn = await requireRole(request, 'instructor');
  const locale = localeOf(request, signedIn);
  const draftId = parseId('draft', params['draftId']);
  if (!draftId) throw notFound();
  const given = await readForm(request, form);
  if (!given.ok) throw refusalResponse(request, { status: 400, refusal: given.refusal, title: refusalText(locale, given.refusal), fields: given.fields });
  const { step, ...command } = given.value;
  const taken = await stepCommands[step]({ draftId, ...command }, { actor: signedIn.actor, now: now() });
  if (taken.ok) return redirect(`/studio/drafts/${draftId}/${step === 'take-back' ? '' : `review?done=${step}`}`, 303);
  const status = stepStatus[taken.refusal];
  if (status === 404) throw notFound();
  const words = refusalText(locale, taken.refusal);
  if (wantsJson(request)) throw refusalResponse(request, { status, refusal: taken.refusal, title: words });
  return data({ refusal: taken.refusal, words, comment: command.comment }, { status });
}

export default function ReviewRoute() {
  const { page, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <ReviewPageView page={page} done={done} answer={answer ?? null} />;
}
