import { base64urlnopad } from '@scure/base';
import { decodeBase64Url, decodeUtf8, sha256Of, utf8 } from '~/kernel/bytes';
import { canonicalBytes, canonicalJson, isJsonObject, type JsonObject } from '~/kernel/canonical-json';
import { done, refused, type Result } from '~/kernel/result';

/**
 * The public log holds salted commitments only. Whoever has the salt and the record can rebuild the leaf; once both are
 * deleted the leaf says nothing about anybody (certificates.md section 1.7).
 */
export const saltLength = 32;
export const leafVersion = 1;
const domain = utf8('bluepost/commit/v1');

/** What opens a leaf. `record.type` is the type that the leaf shows. */
export type Opening = { readonly salt: Uint8Array; readonly record: LedgerRecord };
export type LedgerRecord = JsonObject & { readonly type: string };

/** SHA-256("bluepost/commit/v1" ‖ 0x00 ‖ salt ‖ JCS(record)), as 43 characters of base 64 for URLs. */
export function commitTo({ salt, record }: { readonly salt: Uint8Array; readonly record: JsonObject }): string {
  if (salt.length !== saltLength) throw new RangeError(`A salt has ${saltLength} bytes, this one ${salt.length}`);
  return base64urlnopad.encode(sha256Of(domain, Uint8Array.of(0), salt, canonicalBytes(record)));
}

/** The bytes in the log: RFC 8785 JSON of commitment, type and version, and nothing else. */
export function leafEntry({ type, commitment }: { readonly type: string; readonly commitment: string }): Uint8Array {
  return canonicalBytes({ c: commitment, t: type, v: leafVersion });
}

/** The log entry that this opening opens. */
export function entryOfOpening(opening: Opening): Uint8Array {
  return leafEntry({ type: opening.record.type, commitment: commitTo(opening) });
}

/** The opening as the `extra` of an inclusion file: `{"record":…,"salt":…,"v":1}`. */
export function encodeOpening({ salt, record }: Opening): Uint8Array {
  return canonicalBytes({ record, salt: base64urlnopad.encode(salt), v: leafVersion });
}

export function decodeOpening(extra: Uint8Array): Result<Opening, 'opening-malformed'> {
  const text = decodeUtf8(extra);
  const value = text === null ? null : parseJson(text);
  if (!isJsonObject(value) || value['v'] !== leafVersion || typeof value['salt'] !== 'string') return refused('opening-malformed');
  const salt = decodeBase64Url(value['salt']);
  const record = value['record'];
  if (salt?.length !== saltLength || !isLedgerRecord(record)) return refused('opening-malformed');
  // One way to write it: nothing can hide in spaces, order or doubled names.
  return canonicalJson(value) === text ? done({ salt, record }) : refused('opening-malformed');
}

function isLedgerRecord(value: unknown): value is LedgerRecord {
  return isJsonObject(value) && typeof value['type'] === 'string';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
