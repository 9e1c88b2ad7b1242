import { sessionCookie } from '~/identity/session-cookie.server';
import { beginSession } from '~/identity/store/sessions.server';
import type { PersonId } from '~/kernel/ids';
import { withTransaction } from '~/platform/db.server';

/** Signs the person in. @returns the value of a `Cookie` header */
export async function aSession(personId: PersonId): Promise<string> {
  const token = await withTransaction('a-session', (tx) => beginSession(tx, { personId, now: new Date() }));
  return sessionCookie(token).split(';')[0] ?? '';
}
