import { bytesToHex } from '@noble/hashes/utils.js';
import { sha256Of, utf8 } from '~/kernel/bytes';
import { canonicalBytes, type Json } from '~/kernel/canonical-json';

/** SHA-256 of the canonical JSON (RFC 8785) of what is published, hex: the same words have the same hash wherever they are loaded. */
export function contentHash(value: object): string {
  const json: Json = JSON.parse(JSON.stringify(value));
  return bytesToHex(sha256Of(canonicalBytes(json)));
}

/** SHA-256 of bytes, hex. */
export function bytesHash(bytes: Uint8Array): string {
  return bytesToHex(sha256Of(bytes));
}

/** SHA-256 over every path and text, hex. */
export function filesDigest(files: ReadonlyMap<string, string>, readerVersion: number): string {
  const parts = [`reader ${readerVersion}`, ...[...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, text]) => `${path} ${bytesHash(utf8(text))}`)];
  return bytesHash(utf8(parts.join('\n')));
}
