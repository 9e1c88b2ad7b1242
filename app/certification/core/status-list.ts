import { base64urlnopad } from '@scure/base';
import { decodeBase64Url } from '~/kernel/bytes';
import { isJsonObject, type Json, type JsonObject } from '~/kernel/canonical-json';
import { done, refused, type Result } from '~/kernel/result';
import { statusListContexts } from './credential-contexts';
import type { Did } from './did-web';

/** Bitstring Status List 1.0. One list has the length that the specification asks at least, so that a bit hides in a crowd. */
export const statusListLength = 131_072;
const statusListBytes = statusListLength / 8;

export type StatusPurpose = 'revocation' | 'suspension';
export type StatusRefusal = 'status-list-malformed' | 'status-entry-malformed' | 'status-list-of-another-purpose' | 'status-list-elsewhere';

/** Bits, index 0 being the most significant bit of byte 0 (section "Bitstring Encoding"). */
export type StatusBits = { readonly bytes: Uint8Array };

/** @param indexes the entries whose bit is set */
export function statusBits(indexes: Iterable<number>): StatusBits {
  const bytes = new Uint8Array(statusListBytes);
  for (const index of indexes) {
    if (!isStatusIndex(index)) throw new RangeError(`No entry ${index} in a status list`);
    const at = index >> 3;
    bytes[at] = (bytes[at] ?? 0) | (0x80 >> (index & 7));
  }
  return { bytes };
}

export function isSet({ bytes }: StatusBits, index: number): boolean {
  if (!isStatusIndex(index)) throw new RangeError(`No entry ${index} in a status list`);
  return ((bytes[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0;
}

export function isStatusIndex(index: number): boolean {
  return Number.isInteger(index) && index >= 0 && index < statusListLength;
}

/** `u` + base 64 for URLs of the gzipped bits. */
export function encodeStatusList({ bytes }: StatusBits, gzip: (bytes: Uint8Array) => Uint8Array): string {
  return `u${base64urlnopad.encode(gzip(bytes))}`;
}

/**
 * Reads an `encodedList`. `gunzip` must stop at the given number of bytes and return null for that and for broken data:
 * a small text can inflate to gigabytes.
 */
export async function decodeStatusList(
  encoded: unknown,
  gunzip: (bytes: Uint8Array, limit: number) => Uint8Array | null | Promise<Uint8Array | null>,
): Promise<Result<StatusBits, 'status-list-malformed'>> {
  const text = typeof encoded === 'string' && encoded.length <= 2 * statusListBytes && encoded.startsWith('u') ? encoded.slice(1) : '';
  const zipped = decodeBase64Url(text);
  const bytes = zipped && zipped.length > 0 ? await gunzip(zipped, statusListBytes) : null;
  return bytes?.length === statusListBytes ? done({ bytes }) : refused('status-list-malformed');
}

export type StatusEntry = {
  readonly id: string;
  readonly type: 'BitstringStatusListEntry';
  readonly statusPurpose: StatusPurpose;
  readonly statusListIndex: string;
  readonly statusListCredential: string;
};

/** The entry of a credential. Open Badges requires an id, which may not be the list's own address. */
export function statusEntry(list: { readonly url: string; readonly purpose: StatusPurpose }, index: number): StatusEntry {
  if (!isStatusIndex(index)) throw new RangeError(`No entry ${index} in a status list`);
  return {
    id: `${list.url}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: list.purpose,
    statusListIndex: String(index),
    statusListCredential: list.url,
  };
}

/** The unsigned credential of one edition of a list. `validUntil` is short, so that a replayed old edition expires. */
export function statusListCredential(list: {
  readonly url: string;
  readonly issuer: Did;
  readonly purpose: StatusPurpose;
  readonly encodedList: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly ttlMilliseconds: number;
}) {
  return {
    '@context': [...statusListContexts],
    id: list.url,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: list.issuer,
    validFrom: list.validFrom,
    validUntil: list.validUntil,
    credentialSubject: {
      id: `${list.url}#list`,
      type: 'BitstringStatusList',
      statusPurpose: list.purpose,
      encodedList: list.encodedList,
      ttl: list.ttlMilliseconds,
    },
  } satisfies JsonObject;
}

/** The index that a credential claims in the list at this address, for this purpose. */
export function readStatusEntry(entry: Json | undefined, list: { readonly url: string; readonly purpose: StatusPurpose }): Result<number, StatusRefusal> {
  if (!isJsonObject(entry) || entry['type'] !== 'BitstringStatusListEntry') return refused('status-entry-malformed');
  const index = entry['statusListIndex'];
  if (typeof index !== 'string' || !/^(0|[1-9]\d{0,5})$/.test(index) || !isStatusIndex(Number(index))) return refused('status-entry-malformed');
  if (entry['statusPurpose'] !== list.purpose) return refused('status-list-of-another-purpose');
  return entry['statusListCredential'] === list.url ? done(Number(index)) : refused('status-list-elsewhere');
}
