import type { LoaderFunctionArgs } from '@remix-run/node';
import { publicReport } from '~/certification/core/public-report';
import { lookUp, unknownNumber } from '~/certification/verify-request.server';

/** The facts of /verify/:number as JSON, whatever the client says it accepts. */
export async function loader({ request }: LoaderFunctionArgs) {
  const [typed = ''] = new URL(request.url).pathname.slice('/verify/'.length).split('.json');
  const { report } = await lookUp(request, decodeURIComponent(typed));
  if (!report) return unknownNumber(request);
  return Response.json(publicReport(report), { headers: { 'Cache-Control': 'public, max-age=5', 'Access-Control-Allow-Origin': '*' } });
}
