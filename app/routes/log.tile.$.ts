import type { LoaderFunctionArgs } from '@remix-run/node';
import { tileResource } from '~/ledger/queries/log-resources.server';
import { logResponse } from '~/ledger/queries/log-response.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  return logResponse(request, await tileResource(`tile/${params['*'] ?? ''}`));
}
