import { bytesToHex } from '@noble/hashes/utils.js';
import { sha256Of } from '~/kernel/bytes';
import { canonicalBytes, type JsonObject } from '~/kernel/canonical-json';

/** SHA-256 of the RFC 8785 form of a signed credential, proofs included, as hex: what the ledger says of a certificate. */
export function digestOfCredential(credential: JsonObject): string {
  return bytesToHex(sha256Of(canonicalBytes(credential)));
}
