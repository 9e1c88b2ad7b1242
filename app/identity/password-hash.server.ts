import { hash, verify } from '@node-rs/argon2';
import { normalPassword } from './core/password-rule';

/**
 * Argon2id with 19 MiB, two passes and one lane (OWASP Password Storage Cheat Sheet, and RFC 9106's advice that memory comes
 * first). Argon2id is the library's default variant.
 */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Nobody's password, of the same cost: verified for an unknown account, so that the answer takes as long as for a known one. */
const nobodysHash = '$argon2id$v=19$m=19456,t=2,p=1$26Toy4v/EEIm/gTr8ZOxAA$fGnMK/a1S4GbPUxJmSPbq2O3jMN61FuvPoZR0n+UyPM';

export function hashPassword(password: string): Promise<string> {
  return hash(normalPassword(password), cost);
}

/** Whether this is the password behind the hash. Without a hash the work is done all the same, and the answer is no. */
export async function verifyPassword({ passwordHash, password }: { readonly passwordHash: string | null; readonly password: string }): Promise<boolean> {
  const right = await verify(passwordHash ?? nobodysHash, normalPassword(password));
  return right && passwordHash !== null;
}
