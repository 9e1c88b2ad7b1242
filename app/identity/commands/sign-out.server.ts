import { withTransaction } from '~/platform/db.server';
import { endSession } from '../store/sessions.server';

/** Ends the session behind this token; an unknown or ended one is as good as signed out. */
export async function signOut(token: string): Promise<void> {
  await withTransaction('sign-out', (tx) => endSession(tx, token));
}
