import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { messages } from '~/audit/messages';
import { certificateWalk } from '~/audit/queries/certificate-walk.server';
import { shownEvidence } from '~/audit/queries/shown-evidence.server';
import { CertificateWalkView } from '~/audit/ui/certificate-walk-view';
import { parseCertificateNumber } from '~/certification/core/certificate-number';
import { localeOf } from '~/identity/request-locale.server';
import { requireRole } from '~/identity/require.server';
import { now } from '~/platform/clock.server';
import { notFound } from '~/platform/http/problem.server';

export const handle = { light: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? [{ title: `${data.title} · Bluepost` }] : []);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const signedIn = await requireRole(request, 'auditor');
  const number = parseCertificateNumber(params['number']);
  const walk = number && (await certificateWalk(number, signedIn.administration.id, now()));
  if (!walk) throw notFound();
  const locale = localeOf(request, signedIn);
  const { dossier, facts, status, stages, verdict, entries, names } = walk;
  const { events } = dossier;
  const evidence = walk.evidence && shownEvidence(walk.evidence, names);
  const title = messages.translator(locale)('walk.certificate', { number: facts.number });
  const decisions = events.map((event) => ({ ...event, actor: names.get(event.actorId) ?? event.actorId }));
  return { title, facts, status, stages, verdict, decisions, evidence, entries };
}

export default function CertificateOfAdministration() {
  return <CertificateWalkView {...useLoaderData<typeof loader>()} />;
}
