import { ed25519 } from '@noble/curves/ed25519.js';

/** Ed25519 verification of RFC 8032 in its strict form: no ZIP-215 leniency, wrong lengths are a plain no. */
export function verifyEd25519(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  if (signature.length !== 64 || publicKey.length !== 32) return false;
  return ed25519.verify(signature, message, publicKey, { zip215: false });
}
