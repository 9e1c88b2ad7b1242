import type { LoaderFunctionArgs } from '@remix-run/node';
import { mediaByHash } from '~/content/queries/media.server';
import { db } from '~/platform/db.server';
import { notFound } from '~/platform/http/problem.server';

/** A figure by the hash of its bytes: the address never gets other content, so it is kept for good. */
export async function loader({ params }: LoaderFunctionArgs) {
  const media = await mediaByHash(db, params['hash'] ?? '');
  if (!media) throw notFound();
  return new Response(media.bytes, {
    headers: {
      'content-type': media.mime,
      'cache-control': 'public, max-age=31536000, immutable',
      // A drawing that is opened alone may style itself and nothing else: no script, no request, no origin.
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
  });
}
