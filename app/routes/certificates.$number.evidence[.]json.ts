import type { LoaderFunctionArgs } from '@remix-run/node';
import { evidenceExport } from '~/audit/queries/evidence-export.server';
import { parseCertificateNumber } from '~/certification/core/certificate-number';
import { requireRole } from '~/identity/require.server';
import { now } from '~/platform/clock.server';
import { notFound } from '~/platform/http/problem.server';

/** The evidence pack, for auditors of the administration that issued the certificate. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { administration } = await requireRole(request, 'auditor');
  const number = parseCertificateNumber(params['number']);
  const pack = number && (await evidenceExport(number, administration.id, now()));
  if (!pack) throw notFound();
  return new Response(`${JSON.stringify(pack, null, 2)}\n`, {
    headers: { 'Content-Type': 'application/json', 'Content-Disposition': `attachment; filename="${number}-evidence.json"`, 'Cache-Control': 'no-store' },
  });
}
