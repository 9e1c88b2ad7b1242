import { bytesToHex } from '@noble/hashes/utils.js';
import { sha256Of, utf8 } from '~/kernel/bytes';
import { db } from '~/platform/db.server';
import { parseTilePath } from '../core/tile';
import { findLog } from '../store/checkpoints.server';
import { readPublishedCheckpoint, readTile } from '../store/log-files.server';

/** A file of the public log with the headers that tlog-tiles asks for. */
export type LogResource = { readonly body: Uint8Array; readonly headers: Readonly<Record<string, string>> };

const text = 'text/plain; charset=utf-8';

/** `<prefix>/checkpoint`: changes, so it is kept for a second at most. */
export async function checkpointResource(): Promise<LogResource | null> {
  const note = await readPublishedCheckpoint();
  return note === null ? null : resource(utf8(note), { type: text, caching: 'public, max-age=1, must-revalidate' });
}

/** `<prefix>/tile/…`: a tile that exists never changes. @param path such as `tile/0/x001/x234/067.p/5` */
export async function tileResource(path: string): Promise<LogResource | null> {
  const name = parseTilePath(path);
  const body = name && (await readTile(name));
  return body && resource(body, { type: 'application/octet-stream', caching: 'public, max-age=31536000, immutable' });
}

/** The public key of the log as a note verifier key. */
export async function logKeyResource(): Promise<LogResource | null> {
  const key = await findLogKey();
  return key === null ? null : resource(utf8(`${key}\n`), { type: text, caching: 'public, max-age=300' });
}

/** The verifier key of the log; null before it was created. */
export async function findLogKey(): Promise<string | null> {
  return (await findLog(db))?.verifierKey ?? null;
}

function resource(body: Uint8Array, { type, caching }: { type: string; caching: string }): LogResource {
  const etag = `"${bytesToHex(sha256Of(body)).slice(0, 32)}"`;
  return { body, headers: { 'Content-Type': type, 'Cache-Control': caching, ETag: etag, 'Access-Control-Allow-Origin': '*' } };
}
