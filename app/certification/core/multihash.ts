import { concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import { base64urlnopad } from '@scure/base';

/** `digestMultibase` of VC 2.0: multibase `u` (base 64 for URLs) over multihash 0x12 0x20 and the 32 bytes of a SHA-256. */
export function sha256Multibase(hex: string): string {
  const digest = hexToBytes(hex);
  if (digest.length !== 32) throw new RangeError(`SHA-256 has 32 bytes, not ${digest.length}`);
  return `u${base64urlnopad.encode(concatBytes(Uint8Array.of(0x12, 0x20), digest))}`;
}
