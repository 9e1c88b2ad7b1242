import type { LoaderFunctionArgs } from '@remix-run/node';
import { issuerDocument } from '~/certification/queries/issuer-document.server';
import { notFound } from '~/platform/http/problem.server';

/** The did:web document of an administration: which keys speak for it. */
export async function loader({ params }: LoaderFunctionArgs) {
  const document = await issuerDocument(params['administration'] ?? '');
  if (!document) throw notFound();
  return new Response(`${JSON.stringify(document, null, 2)}\n`, {
    headers: { 'Content-Type': 'application/did+json', 'Cache-Control': 'public, max-age=300', 'Access-Control-Allow-Origin': '*' },
  });
}
