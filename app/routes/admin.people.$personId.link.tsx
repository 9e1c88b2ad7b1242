import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { sendLink, sendLinkStatus } from '~/identity/commands/send-link.server';
import { refusalPage } from '~/identity/refuse-form.server';
import { localeOf } from '~/identity/request-locale.server';
import { requireRole } from '~/identity/require.server';
import { parseId } from '~/kernel/ids';
import { now } from '~/platform/clock.server';
import { notFound } from '~/platform/http/problem.server';

export const handle = { light: true };

/** Only the form of the person's page comes here. */
export function loader() {
  throw notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await requireRole(request, 'coordinator');
  const personId = parseId('person', params['personId']);
  if (!personId) throw notFound();
  const sent = await sendLink({ personId, locale: localeOf(request) }, { actor, now: now() });
  if (sent.ok) return redirect(`/admin/people/${personId}?done=link-sent`, 303);
  if (sent.refusal === 'person-not-found') throw notFound();
  throw refusalPage(request, { status: sendLinkStatus[sent.refusal], refusal: sent.refusal });
}

/** Never seen, but without it Remix would hand out a refusal as bare JSON instead of a page. */
export default function SentLink() {
  return null;
}
