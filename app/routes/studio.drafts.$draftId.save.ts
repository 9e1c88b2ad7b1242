import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { saveDraft, saveDraftStatus } from '~/authoring/commands/save-draft.server';
import { lessonSummary, lessonTitle } from '~/authoring/core/draft';
import { savedBody, conflictBody } from '~/authoring/queries/save-bodies.server';
import { readWriting } from '~/authoring/read-writing.server';
import { refusalText } from '~/authoring/ui/refusal-text';
import { localeOf } from '~/identity/request-locale.server';
import { requireRole } from '~/identity/require.server';
import { parseId } from '~/kernel/ids';
import { now } from '~/platform/clock.server';
import { db } from '~/platform/db.server';
import { notFound, refusalResponse } from '~/platform/http/problem.server';

const writing = z.object({ revision: z.int().min(1), title: lessonTitle, summary: lessonSummary, document: z.unknown() });

/** POST, JSON: saves what an editor holds. 200 with the new revision, 409 with both texts, else the refusal's name and words. */
export async function action({ request, params }: ActionFunctionArgs) {
  const signedIn = await requireRole(request, 'instructor');
  const locale = localeOf(request, signedIn);
  const draftId = parseId('draft', params['draftId']);
  if (!draftId) throw notFound();
  const given = await readWriting(request, writing);
  if (!given.ok) return refusalResponse(request, { status: given.status, refusal: given.refusal, title: refusalText(locale, given.refusal) });
  const saved = await saveDraft({ draftId, ...given.value }, { actor: signedIn.actor, now: now() });
  if (saved.ok) return Response.json(savedBody(saved.value, given.value.document));
  const title = refusalText(locale, saved.refusal);
  if (saved.refusal === 'draft-out-of-date') return Response.json({ ...(await conflictBody(db, saved)), title }, { status: 409 });
  return refusalResponse(request, { status: saveDraftStatus[saved.refusal], refusal: saved.refusal, title });
}
