import { createHash } from 'node:crypto';
import { newErrorId } from '../random.server';

/** Another process may be another release with other markup: tags do not outlive the process. */
const processTag = newErrorId();

/**
 * Headers for a private page that is fully decided by `parts`: the browser keeps it and asks again each time.
 * @throws Response 304 when the browser already has exactly this page
 */
export function revalidated(request: Request, parts: readonly string[]): Headers {
  const hash = createHash('sha256').update(JSON.stringify([processTag, ...parts])).digest('base64url').slice(0, 27);
  const tag = `W/"${hash}"`;
  const headers = new Headers({ etag: tag, 'cache-control': 'private, no-cache', vary: 'Cookie, Accept-Language' });
  const known = (request.headers.get('if-none-match') ?? '').split(',').map((text) => text.trim());
  if (known.includes(tag)) throw new Response(null, { status: 304, headers });
  return headers;
}
