import type { Role } from '~/kernel/actor';
import type { PersonId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import { done, refused } from '~/kernel/result';
import { db, type Tx, withTransaction } from '~/platform/db.server';
import { retryAfterSeconds } from '../core/throttle';
import { throughPasswordGate } from '../password-gate.server';
import { verifyPassword } from '../password-hash.server';
import { type Credentials, findCredentials, lockCredentials } from '../store/credentials.server';
import { beginSession, endSession } from '../store/sessions.server';
import { accountKey, addressKey, clearFailures, countFailure, findBlocks } from '../store/throttles.server';

export interface SignIn {
  /** Normalised. */
  readonly email: string;
  readonly password: string;
  /** Where the request comes from, for the throttle. */
  readonly address: string;
  /** The session this browser had until now: it ends, so that nobody can plant one and wait. */
  readonly previousToken: string | null;
}

export type SignInRefusal = 'sign-in-refused' | 'sign-in-throttled' | 'sign-in-busy';

export const signInStatus = {
  'sign-in-refused': 401,
  'sign-in-throttled': 429,
  'sign-in-busy': 503,
} satisfies Record<SignInRefusal, number>;

/** A throttled sign-in says how long to wait. */
export type SignInOutcome =
  | { readonly ok: true; readonly value: { readonly token: string; readonly personId: PersonId; readonly roles: readonly Role[] } }
  | { readonly ok: false; readonly refusal: 'sign-in-refused' }
  | { readonly ok: false; readonly refusal: 'sign-in-throttled' | 'sign-in-busy'; readonly retryAfterSeconds: number };

/**
 * Signs a person in under a new session. An unknown account, one without a password and a wrong password get the same answer
 * after the same work: one look-up, one Argon2id, one count.
 */
export async function signIn(given: SignIn, { now }: { readonly now: Instant }): Promise<SignInOutcome> {
  const keys = [accountKey(given.email), addressKey(given.address)];
  const outcome = await throughPasswordGate(async (): Promise<SignInOutcome> => {
    const wait = retryAfterSeconds(await findBlocks(db, keys), now);
    if (wait !== null) return { ok: false, refusal: 'sign-in-throttled', retryAfterSeconds: wait };
    const account = await findCredentials(db, given.email);
    const right = await verifyPassword({ passwordHash: account?.passwordHash ?? null, password: given.password });
    return withTransaction('sign-in', async (tx) => {
      const admitted = right && account !== null ? await admit(tx, { account, given, now }) : null;
      if (admitted) return admitted;
      await countFailure(tx, { keys, now });
      return refused('sign-in-refused');
    });
  });
  return outcome ?? { ok: false, refusal: 'sign-in-busy', retryAfterSeconds: 5 };
}

interface Admission {
  readonly account: Credentials;
  readonly given: SignIn;
  readonly now: Instant;
}

/** Null when the password was changed or the last role ended while this one was being verified. */
async function admit(tx: Tx, { account, given, now }: Admission) {
  const current = await lockCredentials(tx, account.personId);
  if (current?.passwordHash !== account.passwordHash) return null;
  await clearFailures(tx, accountKey(given.email));
  if (given.previousToken) await endSession(tx, given.previousToken);
  const token = await beginSession(tx, { personId: account.personId, now });
  return done({ token, personId: account.personId, roles: current.roles });
}
