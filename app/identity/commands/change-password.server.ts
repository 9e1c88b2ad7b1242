import type { Instant } from '~/kernel/instant';
import { done, refused } from '~/kernel/result';
import { db, withTransaction } from '~/platform/db.server';
import { checkPassword, type PasswordRefusal } from '../core/password-rule';
import type { SignedIn } from '../core/signed-in';
import { retryAfterSeconds } from '../core/throttle';
import { throughPasswordGate } from '../password-gate.server';
import { hashPassword, verifyPassword } from '../password-hash.server';
import { findCredentials, lockCredentials, savePasswordHash } from '../store/credentials.server';
import { useUpLinksOf } from '../store/one-time-links.server';
import { beginSession, endSessionsOf } from '../store/sessions.server';
import { accountKey, clearFailures, countFailure, findBlocks } from '../store/throttles.server';

export type ChangePasswordRefusal = 'current-password-wrong' | 'sign-in-throttled' | 'sign-in-busy' | PasswordRefusal;

export const changePasswordStatus = {
  'current-password-wrong': 400,
  'sign-in-throttled': 429,
  'sign-in-busy': 503,
  'password-too-short': 400,
  'password-too-long': 400,
  'password-holds-email': 400,
  'password-obvious': 400,
} satisfies Record<ChangePasswordRefusal, number>;

export type ChangePasswordOutcome =
  | { readonly ok: true; readonly value: { readonly token: string } }
  | { readonly ok: false; readonly refusal: ChangePasswordRefusal; readonly retryAfterSeconds?: number };

interface ChangePassword {
  readonly person: SignedIn['person'];
  readonly currentPassword: string;
  readonly newPassword: string;
}

/**
 * Changes the own password. Every session of the person ends, this browser gets a new one. Guesses of the current password
 * count like failed sign-ins: whoever found a machine signed in learns no faster here.
 */
export async function changePassword({ person, currentPassword, newPassword }: ChangePassword, { now }: { readonly now: Instant }): Promise<ChangePasswordOutcome> {
  const acceptable = checkPassword({ password: newPassword, email: person.email });
  if (!acceptable.ok) return acceptable;
  const key = accountKey(person.email);
  const outcome = await throughPasswordGate(async (): Promise<ChangePasswordOutcome> => {
    const wait = retryAfterSeconds(await findBlocks(db, [key]), now);
    if (wait !== null) return { ok: false, refusal: 'sign-in-throttled', retryAfterSeconds: wait };
    const account = await findCredentials(db, person.email);
    const verifiedHash = account?.passwordHash ?? null;
    const right = await verifyPassword({ passwordHash: verifiedHash, password: currentPassword });
    const passwordHash = right ? await hashPassword(acceptable.value) : null;
    return withTransaction('change-password', async (tx) => {
      const current = await lockCredentials(tx, person.id);
      if (!passwordHash || current?.passwordHash !== verifiedHash) {
        await countFailure(tx, { keys: [key], now });
        return refused('current-password-wrong');
      }
      await savePasswordHash(tx, { personId: person.id, passwordHash });
      await clearFailures(tx, key);
      await useUpLinksOf(tx, { personId: person.id, now });
      await endSessionsOf(tx, person.id);
      return done({ token: await beginSession(tx, { personId: person.id, now }) });
    });
  });
  return outcome ?? { ok: false, refusal: 'sign-in-busy', retryAfterSeconds: 5 };
}
