import type { LoaderFunctionArgs } from '@remix-run/node';
import { logKeyResource } from '~/ledger/queries/log-resources.server';
import { logResponse } from '~/ledger/queries/log-response.server';

export async function loader({ request }: LoaderFunctionArgs) {
  return logResponse(request, await logKeyResource());
}
