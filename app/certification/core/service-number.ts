import { bytesToHex } from '@noble/hashes/utils.js';
import { sha256Of, utf8 } from '~/kernel/bytes';

/**
 * A service number as an Open Badges `identityHash`: `sha256$` and the hex of SHA-256(number ‖ salt). It is for matching, not for
 * hiding: the salt stands beside it in the credential.
 */
export function hashServiceNumber(serviceNumber: string, salt: string): string {
  return `sha256$${bytesToHex(sha256Of(utf8(normalised(serviceNumber) + salt)))}`;
}

/** Whether a typed service number is the one behind the hash. Case and spaces do not matter. */
export function isServiceNumber(typed: string, hashed: { readonly identityHash: string; readonly salt: string }): boolean {
  return hashServiceNumber(typed, hashed.salt) === hashed.identityHash;
}

function normalised(serviceNumber: string): string {
  return serviceNumber.normalize('NFC').toUpperCase().replaceAll(/\s/g, '');
}
