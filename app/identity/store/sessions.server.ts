import { Lucia, TimeSpan } from 'lucia';
import type { PersonId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import type { Tx } from '~/platform/db.server';
import { sessionRules } from '../core/session-rules';
import type { SignedIn } from '../core/signed-in';
import { SessionAdapter } from './session-adapter.server';

/** A fresh one each time: it is a few fields, and inside a command it must write in the command's transaction. */
function lucia(tx?: Tx) {
  return new Lucia(new SessionAdapter(tx), {
    sessionExpiresIn: new TimeSpan(sessionRules.idle, 'ms'),
    getUserAttributes: ({ signedIn }) => ({ signedIn }),
  });
}

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof lucia>;
  }
}

/** 200 random bits in base 32, as Lucia makes them: anything else is not worth a look into the database. */
const tokenPattern = /^[a-z2-7]{40}$/;

/** Who stands behind a session token, sliding its expiry when half of it is used up. */
export async function whoseSession(token: string): Promise<SignedIn | null> {
  if (!tokenPattern.test(token)) return null;
  const { user } = await lucia().validateSession(token);
  return user?.signedIn ?? null;
}

/** Begins a session under a new token. @returns the token, which is stored nowhere but in the person's cookie */
export async function beginSession(tx: Tx, { personId, now }: { readonly personId: PersonId; readonly now: Instant }): Promise<string> {
  const session = await lucia(tx).createSession(personId, { createdAt: now });
  return session.id;
}

export async function endSession(tx: Tx, token: string): Promise<void> {
  await lucia(tx).invalidateSession(token);
}

/** Signs the person out everywhere: after a change of password or roles nothing older may go on. */
export async function endSessionsOf(tx: Tx, personId: PersonId): Promise<void> {
  await lucia(tx).invalidateUserSessions(personId);
}

/** @returns how many were removed */
export async function removeEndedSessions(tx: Tx, now: Instant): Promise<number> {
  const { count } = await tx.session.deleteMany({ where: { expiresAt: { lte: now } } });
  return count;
}
