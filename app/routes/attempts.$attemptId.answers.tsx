import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useParams } from '@remix-run/react';
import { flagItem } from '~/assessment/commands/flag-item.server';
import { recordAnswer, recordAnswerStatus } from '~/assessment/commands/record-answer.server';
import { answerForm } from '~/assessment/core/answer-form';
import { refusedAnswer } from '~/assessment/queries/refused-answer.server';
import { pageTitle } from '~/assessment/ui/page-title';
import { RefusedAnswerView } from '~/assessment/ui/refused-answer-page';
import { refusalText } from '~/assessment/ui/refusal-text';
import { ToTheAttempt } from '~/assessment/ui/to-the-attempt';
import { localeOf } from '~/identity/request-locale.server';
import { requireRole } from '~/identity/require.server';
import { parseId } from '~/kernel/ids';
import { now } from '~/platform/clock.server';
import { db } from '~/platform/db.server';
import { readForm } from '~/platform/http/form.server';
import { notFound, refusalResponse, wantsJson } from '~/platform/http/problem.server';

export const handle = { light: true, islands: ['assessment/answer'] };

export const meta: MetaFunction = () => pageTitle();

const noStore = { headers: { 'Cache-Control': 'no-store' } };

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireRole(request, 'trainee');
  if (!parseId('attempt', params['attemptId'])) throw notFound();
  return null;
}

/** POST: saves one answer. A browser is led to the next question, `Accept: application/json` gets the receipt. */
export async function action({ request, params }: ActionFunctionArgs) {
  const signedIn = await requireRole(request, 'trainee');
  const { actor } = signedIn;
  const attemptId = parseId('attempt', params['attemptId']);
  if (!attemptId) throw notFound();
  const locale = localeOf(request, signedIn);
  const form = await readForm(request, answerForm);
  if (!form.ok) {
    const status = form.refusal === 'wrong-content-type' ? 415 : 400;
    throw refusalResponse(request, { status, refusal: form.refusal, title: refusalText(locale, form.refusal), fields: form.fields });
  }
  const { flag, ...answer } = form.value;
  const at = now();
  const saved = await recordAnswer({ attemptId, answer }, { actor, now: at });
  if (!saved.ok) {
    const { refusal } = saved;
    const problem = { status: recordAnswerStatus[refusal], refusal, title: refusalText(locale, refusal) };
    if (wantsJson(request) || refusal === 'attempt-not-found') throw refusalResponse(request, problem);
    const refused = await refusedAnswer(db, { attemptId, personId: actor.id, answer, words: problem.title, locale, now: at });
    return data({ refused }, { status: problem.status, ...noStore });
  }
  if (flag) await flagItem({ attemptId, item: answer.item, flagged: flag === 'on' }, { actor, now: at });
  const { number, savedAt, chosen, position, questions, asSent } = saved.value;
  if (wantsJson(request)) return data({ number, savedAt: savedAt.toISOString(), response: chosen }, noStore);
  if (!asSent) return redirect(`/attempts/${attemptId}?q=${position}&saved=earlier`, 303);
  return redirect(position < questions ? `/attempts/${attemptId}?q=${position + 1}` : `/attempts/${attemptId}/submit`, 303);
}

export default function AnswersRoute() {
  const given = useActionData<typeof action>();
  const { attemptId = '' } = useParams();
  return given && 'refused' in given ? <RefusedAnswerView refused={given.refused} /> : <ToTheAttempt attemptId={attemptId} />;
}
