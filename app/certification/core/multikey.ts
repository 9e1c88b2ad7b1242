import { concatBytes } from '@noble/hashes/utils.js';
import { base58 } from '@scure/base';

/** Multikey (W3C Controlled Identifiers section 2.2.2): `z` + base58btc(0xed 0x01 ‖ 32 bytes of an Ed25519 public key). */
const ed25519Header = Uint8Array.of(0xed, 0x01);

export function encodeMultikey(publicKey: Uint8Array): string {
  if (publicKey.length !== 32) throw new RangeError(`An Ed25519 public key has 32 bytes, this one ${publicKey.length}`);
  return encodeBase58(concatBytes(ed25519Header, publicKey));
}

/** The raw public key, or null unless the text is an Ed25519 Multikey. */
export function decodeMultikey(text: unknown): Uint8Array | null {
  const bytes = decodeBase58(text, 34);
  return bytes && bytes[0] === ed25519Header[0] && bytes[1] === ed25519Header[1] ? bytes.slice(2) : null;
}

/** Multibase base58btc: `z` and the Bitcoin alphabet. */
export function encodeBase58(bytes: Uint8Array): string {
  return `z${base58.encode(bytes)}`;
}

/** The bytes, or null unless the text is base58btc of exactly `length` bytes. Long texts are never decoded: the cost is quadratic. */
export function decodeBase58(text: unknown, length: number): Uint8Array | null {
  if (typeof text !== 'string' || !text.startsWith('z') || text.length > 2 * length) return null;
  try {
    const bytes = base58.decode(text.slice(1));
    return bytes.length === length ? bytes : null;
  } catch {
    return null;
  }
}
