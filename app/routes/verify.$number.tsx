import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { parseCertificateNumber } from '~/certification/core/certificate-number';
import { publicReport } from '~/certification/core/public-report';
import { isServiceNumber } from '~/certification/core/service-number';
import { messages } from '~/certification/messages';
import { UnknownNumber } from '~/certification/ui/unknown-number';
import { VerificationView } from '~/certification/ui/verification-view';
import { lookUp, refuseGuessing, unknownNumber } from '~/certification/verify-request.server';
import { now } from '~/platform/clock.server';
import { readForm } from '~/platform/http/form.server';
import { wantsJson } from '~/platform/http/problem.server';

export const handle = { light: true, json: true };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page && 'title' in page ? [{ title: `${page.title} · Bluepost` }, { name: 'robots', content: 'noindex' }] : []);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const typed = params['number'] ?? '';
  const { report, locale, typed: shown } = await lookUp(request, typed);
  if (wantsJson(request)) {
    if (!report) throw unknownNumber(request);
    return publicReport(report);
  }
  if (report && typed !== report.facts.number) throw redirect(`/verify/${report.facts.number}${new URL(request.url).search}`);
  const t = messages.translator(locale);
  const title = report ? t('verify.of', { number: report.facts.number }) : t('answer.unknown.title');
  return data({ title, report, typed: shown, looksRight: parseCertificateNumber(typed) !== null }, { status: report ? 200 : 404 });
}

const form = z.object({ serviceNumber: z.string().trim().min(1).max(60) });

/** Compares a service number with the hash in the credential: the page never shows either. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { report } = await lookUp(request, params['number'] ?? '');
  const given = await readForm(request, form);
  if (!given.ok) return data({ match: 'missing' as const, typed: '' }, { status: given.refusal === 'bad-input' ? 400 : 415 });
  const hashed = report?.facts.serviceNumber;
  if (!hashed) return data({ match: 'none' as const, typed: given.value.serviceNumber }, { status: 409 });
  const same = isServiceNumber(given.value.serviceNumber, hashed);
  if (!same) refuseGuessing(request, now());
  return data({ match: same ? ('same' as const) : ('different' as const), typed: given.value.serviceNumber });
}

export default function Verify() {
  const page = useLoaderData<typeof loader>();
  const matched = useActionData<typeof action>() ?? null;
  if (!('title' in page)) return null;
  return page.report ? <VerificationView report={page.report} matched={matched} /> : <UnknownNumber typed={page.typed} looksRight={page.looksRight} />;
}
