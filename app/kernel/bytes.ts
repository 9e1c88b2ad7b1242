import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes } from '@noble/hashes/utils.js';
import { base64, base64urlnopad } from '@scure/base';

/** UTF-8. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The text, or null when the bytes are not valid UTF-8. A byte order mark stays part of the text. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The bytes, or null unless the text is standard base 64 with padding (RFC 4648 section 4), written in the one right way. */
export function decodeBase64(text: string): Uint8Array | null {
  try {
    return base64.decode(text);
  } catch {
    return null;
  }
}

/** The bytes, or null unless the text is base 64 for URLs without padding (RFC 4648 section 5). */
export function decodeBase64Url(text: string): Uint8Array | null {
  try {
    return base64urlnopad.decode(text);
  } catch {
    return null;
  }
}

/** Same length, same bytes. For public values: the time it takes depends on them. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** SHA-256 (FIPS 180-4) of the parts one after the other. */
export function sha256Of(...parts: Uint8Array[]): Uint8Array {
  return sha256(concatBytes(...parts));
}
