import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, inflateSync } from 'node:zlib';
import { decodeUtf8 } from '~/kernel/bytes';
import { done, refused, type Result } from '~/kernel/result';
import { entryOfOpening } from '~/ledger/core/commitment';
import { proveFromFiles } from '~/ledger/queries/prove-from-files.server';
import { env } from '~/platform/env.server';
import { readPresented, type Presented, type PresentedRefusal } from '../core/certificate-bundle';
import { openingOfCredential } from '../core/log-reference';
import { parseTrust, type Trust } from '../core/trust';

export type FileRefusal = PresentedRefusal | 'file-not-found' | 'file-without-certificate';

const fileLimit = 20_000_000;
const attachmentLimit = 1_000_000;

/** The certificate in a file: a credential, a bundle, or the PDF that carries a bundle. */
export function readPresentedFile(path: string): Result<Presented, FileRefusal> {
  if (!existsSync(path) || !statSync(path).isFile()) return refused('file-not-found');
  if (statSync(path).size > fileLimit) return refused('file-too-large');
  const bytes = new Uint8Array(readFileSync(path));
  if (decodeUtf8(bytes.subarray(0, 5)) === '%PDF-') return readFromPdf(bytes);
  const text = decodeUtf8(bytes);
  return text === null ? refused('file-not-json') : readPresented(text);
}

/**
 * The bundle among the attachments of a PDF. Every stream is tried, for what is found is only believed after it has been
 * verified; the text on the page is never looked at.
 */
function readFromPdf(bytes: Uint8Array): Result<Presented, FileRefusal> {
  const pdf = Buffer.from(bytes);
  for (let at = pdf.indexOf('stream'); at >= 0; at = pdf.indexOf('stream', at + 6)) {
    const begin = at + 6 + (pdf[at + 6] === 0x0d ? 2 : 1);
    const end = pdf.indexOf('endstream', begin);
    if (end < 0) break;
    const content = inflated(pdf.subarray(begin, end));
    if (content?.trimStart().startsWith('{')) {
      const presented = readPresented(content);
      if (presented.ok) return presented;
    }
    at = end + 3;
  }
  return refused('file-without-certificate');
}

function inflated(stream: Buffer): string | null {
  try {
    return decodeUtf8(inflateSync(stream, { maxOutputLength: attachmentLimit }));
  } catch {
    // Not deflated, or too large to be ours: then it may be stored as it is.
    return stream.length <= attachmentLimit ? decodeUtf8(stream) : null;
  }
}

/** The proof file that lies beside a credential: `name.json.tlog-proof` or `name.tlog-proof`. */
export function readProofBeside(path: string): string | null {
  const beside = [`${path}.tlog-proof`, `${path.replace(/\.json$/, '')}.tlog-proof`].find((candidate) => existsSync(candidate));
  return beside && statSync(beside).size <= fileLimit ? readFileSync(beside, 'utf8') : null;
}

/** The proof of a credential from the copy of the log in DATA_DIR, if there is one that holds it. */
export async function proofFromLocalLog({ credential }: Presented): Promise<string | null> {
  const opening = openingOfCredential(credential);
  return opening && proveFromFiles(entryOfOpening(opening));
}

/** Keys that somebody saved before: the given file, else `DATA_DIR/trust.json`. Null when there is none. */
export function readTrustFile(given: string | null): Result<{ readonly trust: Trust; readonly path: string } | null, 'trust-malformed' | 'file-not-found'> {
  const path = given ?? trustFile();
  if (!existsSync(path)) return given === null ? done(null) : refused('file-not-found');
  const text = decodeUtf8(new Uint8Array(readFileSync(path)));
  const trust = parseTrust(text === null ? null : parse(text));
  return trust.ok ? done({ trust: trust.value, path }) : trust;
}

export function trustFile(): string {
  return join(env().dataDir, 'trust.json');
}

/** Inflates with a limit; null for broken data and for more than that. */
export function gunzipUpTo(bytes: Uint8Array, limit: number): Uint8Array | null {
  try {
    return new Uint8Array(gunzipSync(bytes, { maxOutputLength: limit }));
  } catch {
    return null;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
