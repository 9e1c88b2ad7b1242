import { isRouteErrorResponse } from '@remix-run/react';

interface Failed {
  readonly status: number;
  /** What Remix caught, by route. */
  readonly errors: Readonly<Record<string, unknown>> | null | undefined;
  readonly requestId: string;
}

/** The RFC 9457 body for a JSON client that asked a page: the refusal as it was thrown, else the bare status; for a fault of ours its number. */
export function problemOf({ status, errors, requestId }: Failed): Record<string, unknown> {
  const error = Object.values(errors ?? {})[0];
  const thrown = isRouteErrorResponse(error) ? error.data : null;
  const refusal: unknown = typeof thrown === 'string' && thrown.startsWith('{') ? JSON.parse(thrown) : thrown;
  const known = typeof refusal === 'object' && refusal !== null && 'refusal' in refusal ? refusal : { title: `HTTP ${status}` };
  return { type: 'about:blank', status, ...known, ...(status >= 500 && { errorId: requestId }) };
}
