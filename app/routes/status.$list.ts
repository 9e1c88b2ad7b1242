import type { LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { parseListName } from '~/certification/core/status-lists';
import { statusListEdition } from '~/certification/queries/status-list.server';
import { now } from '~/platform/clock.server';
import { notFound } from '~/platform/http/problem.server';

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

/** A status list, as Bitstring Status List 1.0 publishes it: the newest edition, or with `?timestamp=` the one of that time. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const name = parseListName(params['list']);
  if (!name) throw notFound();
  const asked = new URL(request.url).searchParams.get('timestamp');
  const at = asked === null ? null : instant.safeParse(asked);
  if (at && !at.success) return new Response('timestamp must be an instant such as 2026-11-24T10:00:00Z\n', { status: 400, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
  const edition = await statusListEdition(name, at?.data);
  if (!edition) throw notFound();
  const headers = {
    'Content-Type': 'application/vc+ld+json',
    // What was in force at a past instant stays so; the future is not written yet.
    'Cache-Control': at && at.data < now() ? 'public, max-age=31536000' : 'public, max-age=60',
    'Last-Modified': edition.createdAt.toUTCString(),
    'Access-Control-Allow-Origin': '*',
    ETag: `"${edition.digest}"`,
  };
  if (request.headers.get('If-None-Match')?.includes(headers.ETag)) return new Response(null, { status: 304, headers });
  return new Response(`${JSON.stringify(edition.credential, null, 2)}\n`, { headers });
}
