import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { keepOwnCopy, keepOwnCopyStatus } from '~/authoring/commands/keep-own-copy.server';
import { lessonSummary, lessonTitle } from '~/authoring/core/draft';
import { readWriting } from '~/authoring/read-writing.server';
import { refusalText } from '~/authoring/ui/refusal-text';
import { localeOf } from '~/identity/request-locale.server';
import { requireRole } from '~/identity/require.server';
import { parseId } from '~/kernel/ids';
import { now } from '~/platform/clock.server';
import { notFound, refusalResponse } from '~/platform/http/problem.server';

const writing = z.object({ title: lessonTitle, summary: lessonSummary, document: z.unknown() });

/** POST, JSON: puts a text into a draft of its own beside this one. 201 with its id and address. */
export async function action({ request, params }: ActionFunctionArgs) {
  const signedIn = await requireRole(request, 'instructor');
  const locale = localeOf(request, signedIn);
  const draftId = parseId('draft', params['draftId']);
  if (!draftId) throw notFound();
  const given = await readWriting(request, writing);
  if (!given.ok) return refusalResponse(request, { status: given.status, refusal: given.refusal, title: refusalText(locale, given.refusal) });
  const kept = await keepOwnCopy({ draftId, ...given.value }, { actor: signedIn.actor, now: now() });
  if (!kept.ok) return refusalResponse(request, { status: keepOwnCopyStatus[kept.refusal], refusal: kept.refusal, title: refusalText(locale, kept.refusal) });
  const address = `/studio/drafts/${kept.value.draftId}`;
  return Response.json({ draftId: kept.value.draftId, address }, { status: 201, headers: { Location: address } });
}
