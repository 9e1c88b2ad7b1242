import type { LogResource } from './log-resources.server';

/** A file of the log over HTTP: 304 when the client has it, 404 as plain text when there is none, for its readers are programs. */
export function logResponse(request: Request, resource: LogResource | null): Response {
  if (!resource) return new Response('The log has no such file.\n', { status: 404, headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' } });
  const { body, headers } = resource;
  const known = request.headers.get('If-None-Match')?.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (known?.includes(headers['ETag'] ?? '')) return new Response(null, { status: 304, headers });
  return new Response(Uint8Array.from(body), { headers });
}
