import { forgetInRequest, isKnownInRequest, oncePerRequest } from '~/platform/http/request-scope.server';
import { logger } from '~/platform/logger.server';

interface Failure {
  readonly error: unknown;
  readonly request: Request;
  /** The request's short id: the error page shows it, and the person can read it out. */
  readonly errorId: string;
}

const logged = new WeakSet<object>();
const outageKey = 'boot.database-outage';

/** Logs an exception, once however often Remix reports it, and remembers when it is the database that is away. */
export function logFailure({ error, request, errorId }: Failure): void {
  if (typeof error === 'object' && error !== null) {
    if (logged.has(error)) return;
    logged.add(error);
  }
  if (isDatabaseAway(error)) void oncePerRequest(outageKey, () => Promise.resolve(true));
  const path = new URL(request.url).pathname.replace(/^\/set-password\/.+/, '/set-password/[redacted]');
  logger.error({ errorId, method: request.method, path, err: error }, 'request failed');
}

/** Prisma's P1xxx (cannot reach), P2024 and P2028 (no connection in time), PostgreSQL's 57P0x (shutting down, starting), sockets. */
function isDatabaseAway(error: unknown): boolean {
  const text = error instanceof Error ? `${(error as { code?: string }).code ?? ''} ${error.message}` : '';
  return /\bP10\d\d\b|\bP2024\b|\bP2028\b|57P0\d|ECONNREFUSED|ECONNRESET|Connection terminated|timeout exceeded when trying to connect/.test(text);
}

/** An answer that failed because the database was away is a 503: the same request may succeed in a moment. */
export function asOutage(answer: Response): Response {
  if (answer.status !== 500 || !isKnownInRequest(outageKey)) return answer;
  forgetInRequest(outageKey);
  const headers = new Headers(answer.headers);
  headers.set('Retry-After', '10');
  return new Response(answer.body, { status: 503, headers });
}
