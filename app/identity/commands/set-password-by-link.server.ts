import type { PersonId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import { done, refused, type Result } from '~/kernel/result';
import { db, withTransaction } from '~/platform/db.server';
import { checkPassword, type PasswordRefusal } from '../core/password-rule';
import { throughPasswordGate } from '../password-gate.server';
import { hashPassword } from '../password-hash.server';
import { savePasswordHash } from '../store/credentials.server';
import { findUsableLink, useUpLink } from '../store/one-time-links.server';
import { beginSession, endSession, endSessionsOf } from '../store/sessions.server';
import { accountKey, clearFailures } from '../store/throttles.server';

export type SetPasswordRefusal = 'link-not-valid' | 'sign-in-busy' | PasswordRefusal;

export const setPasswordStatus = {
  'link-not-valid': 404,
  'sign-in-busy': 503,
  'password-too-short': 400,
  'password-too-long': 400,
  'password-holds-email': 400,
  'password-obvious': 400,
} satisfies Record<SetPasswordRefusal, number>;

interface SetPassword {
  /** Of the one-time link. */
  readonly linkToken: string;
  readonly password: string;
  /** The session this browser had until now, perhaps another officer's: it ends. */
  readonly previousToken?: string | null;
}

/** Sets the password of whom the link was made for, uses the link up, ends every session of the person and begins one here. */
export async function setPasswordByLink(
  { linkToken, password, previousToken = null }: SetPassword,
  { now }: { readonly now: Instant },
): Promise<Result<{ readonly token: string; readonly personId: PersonId }, SetPasswordRefusal>> {
  const link = await findUsableLink(db, { token: linkToken, now });
  if (!link) return refused('link-not-valid');
  const acceptable = checkPassword({ password, email: link.email });
  if (!acceptable.ok) return acceptable;
  const passwordHash = await throughPasswordGate(() => hashPassword(acceptable.value));
  if (passwordHash === null) return refused('sign-in-busy');
  const { personId } = link;
  return withTransaction('set-password-by-link', async (tx) => {
    if (!(await useUpLink(tx, { token: linkToken, personId, now }))) return refused('link-not-valid');
    await savePasswordHash(tx, { personId, passwordHash });
    await clearFailures(tx, accountKey(link.email));
    await endSessionsOf(tx, personId);
    if (previousToken) await endSession(tx, previousToken);
    return done({ token: await beginSession(tx, { personId, now }), personId });
  });
}
