import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeOnce } from './durable-file.server';
import { env } from './env.server';

/** An Ed25519 key that signs. The private part stays a `KeyObject` and never becomes a string outside its file. */
export interface SigningKey {
  /** 32 bytes, as RFC 8032 encodes it. */
  readonly publicKey: Uint8Array;
  readonly sign: (message: Uint8Array) => Uint8Array;
}

/** Whether `DATA_DIR/keys/<name>.pem` exists. */
export function hasSigningKey(name: string): boolean {
  return existsSync(keyFile(name));
}

/**
 * Makes a key as `DATA_DIR/keys/<name>.pem` (PKCS#8, readable by its owner alone) and returns it.
 * @throws Error when there is one already: a key is never replaced, a new one has a new name
 */
export async function createSigningKey(name: string): Promise<SigningKey> {
  const file = keyFile(name);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync('ed25519');
  await writeOnce(file, Buffer.from(privateKey.export({ type: 'pkcs8', format: 'pem' })), { mode: 0o600 });
  return loadSigningKey(name);
}

/** @throws Error when the file is missing or holds anything but an Ed25519 key */
export function loadSigningKey(name: string): SigningKey {
  const privateKey = createPrivateKey(readFileSync(keyFile(name)));
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error(`The key ${name} is not an Ed25519 key`);
  return { publicKey: rawPublicKey(privateKey), sign: (message) => new Uint8Array(sign(null, message, privateKey)) };
}

/** The last 32 bytes of an Ed25519 SubjectPublicKeyInfo are the key itself (RFC 8410 section 4). */
function rawPublicKey(privateKey: KeyObject): Uint8Array {
  return new Uint8Array(createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).subarray(-32));
}

function keyFile(name: string): string {
  if (!/^[a-z0-9-]+$/.test(name)) throw new RangeError(`Not a key name: ${name}`);
  return join(env().dataDir, 'keys', `${name}.pem`);
}
