import { logger } from '~/platform/logger.server';

interface Failure {
  readonly error: unknown;
  readonly request: Request;
  /** The request's short id: the error page shows it, and the person can read it out. */
  readonly errorId: string;
}

const logged = new WeakSet<object>();

/** Logs an exception, once however often Remix reports it. */
export function logFailure({ error, request, errorId }: Failure): void {
  if (typeof error === 'object' && error !== null) {
    if (logged.has(error)) return;
    logged.add(error);
  }
  logger.error({ errorId, method: request.method, path: new URL(request.url).pathname, err: error }, 'request failed');
}
