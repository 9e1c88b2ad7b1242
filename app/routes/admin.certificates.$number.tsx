import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { decideOnCertificate, decideStatus } from '~/certification/commands/decide-on-certificate.server';
import { certificateEventTypes } from '~/certification/core/certificate-machine';
import { parseCertificateNumber } from '~/certification/core/certificate-number';
import { decisionForm } from '~/certification/core/decision-form';
import { messages } from '~/certification/messages';
import { certificateForDecision } from '~/certification/queries/certificate-for-decision.server';
import { DecisionView } from '~/certification/ui/decision-view';
import { localeOf } from '~/identity/request-locale.server';
import { requireRole } from '~/identity/require.server';
import { now } from '~/platform/clock.server';
import { readForm } from '~/platform/http/form.server';
import { notFound, refusalResponse, wantsJson } from '~/platform/http/problem.server';

export const handle = { light: true };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? [{ title: `${page.title} · Bluepost` }] : []);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const signedIn = await requireRole(request, 'coordinator');
  const number = parseCertificateNumber(params['number']);
  const found = number && (await certificateForDecision(number, signedIn.administration.id, now()));
  if (!found) throw notFound();
  const told = new URL(request.url).searchParams.get('done');
  const title = messages.translator(localeOf(request, signedIn))('verify.of', { number: found.facts.number });
  return { title, ...found, own: found.personId === signedIn.person.id, done: certificateEventTypes.find((type) => type === told) ?? null };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const signedIn = await requireRole(request, 'coordinator');
  const number = parseCertificateNumber(params['number']);
  const instant = now();
  if (!number || !(await certificateForDecision(number, signedIn.administration.id, instant))) throw notFound();
  const form = await readForm(request, decisionForm);
  if (!form.ok) return refuse(request, { ...form, status: form.refusal === 'bad-input' ? 400 : 415 });
  const decided = await decideOnCertificate({ number, ...form.value }, { actor: signedIn.actor, now: instant });
  if (decided.ok) return redirect(`/admin/certificates/${number}?done=${decided.value}`, 303);
  const given = { ...form.value, replacedBy: form.value.replacedBy ?? '' };
  return refuse(request, { refusal: decided.refusal, fields: [], given, status: decideStatus[decided.refusal] });
}

/** The form comes back filled; a JSON client gets problem+json. */
function refuse(request: Request, { status, refusal, fields, given }: { status: number; refusal: string; fields: readonly string[]; given: Readonly<Record<string, string>> }) {
  const key = `refusal.${refusal}`;
  const title = messages.translator(localeOf(request))(messages.has(key) ? key : 'form.wrong');
  if (wantsJson(request)) throw refusalResponse(request, { status, refusal, title, fields });
  return data({ refused: { refusal, fields, given } }, { status });
}

export default function DecideOnCertificate() {
  return <DecisionView {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused ?? null} />;
}
