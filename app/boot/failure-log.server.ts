import { logger } from '~/platform/logger.server';
import { newErrorId } from '~/platform/random.server';

const idsByError = new WeakMap<object, string>();

/** Logs an exception once, under a short id that the page shows and the person can read out. */
export function logFailure(error: unknown, request: Request): string {
  const known = typeof error === 'object' && error !== null ? idsByError.get(error) : undefined;
  if (known) return known;
  const id = newErrorId();
  if (typeof error === 'object' && error !== null) idsByError.set(error, id);
  logger.error({ errorId: id, method: request.method, path: new URL(request.url).pathname, err: error }, 'request failed');
  return id;
}
