import type { LoaderFunctionArgs } from '@remix-run/node';
import { readCertificateFilter } from '~/audit/core/certificate-filter';
import { registerAsCsv } from '~/audit/queries/register-export.server';
import { localeOf } from '~/identity/request-locale.server';
import { requireRole } from '~/identity/require.server';
import { now } from '~/platform/clock.server';
import { refusalResponse } from '~/platform/http/problem.server';
import { messages } from '~/audit/messages';

/** The certificates that the filter shows, all of them, as CSV. */
export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requireRole(request, 'auditor');
  const locale = localeOf(request, signedIn);
  const { filter, wrong } = readCertificateFilter(new URL(request.url).searchParams);
  if (!filter) return refusalResponse(request, { status: 400, refusal: 'bad-input', title: messages.translator(locale)('filter.wrong'), fields: wrong });
  const at = now();
  const { administration } = signedIn;
  const name = `certificates-${administration.code}-${at.toISOString().slice(0, 10)}.csv`;
  return new Response(registerAsCsv({ administrationId: administration.id, filter: { ...filter, after: undefined }, now: at }, locale), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'no-store' },
  });
}
