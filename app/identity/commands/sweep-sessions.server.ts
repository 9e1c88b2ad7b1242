import type { Instant } from '~/kernel/instant';
import { withTransaction } from '~/platform/db.server';
import { removeOldLinks } from '../store/one-time-links.server';
import { removeEndedSessions } from '../store/sessions.server';
import { removeStaleThrottles } from '../store/throttles.server';

export interface Swept {
  readonly sessions: number;
  readonly links: number;
  readonly throttles: number;
}

/** Removes what nobody can use any more: ended sessions, links long past, counts whose window is over. */
export function sweepSessions({ now }: { readonly now: Instant }): Promise<Swept> {
  return withTransaction('sweep-sessions', async (tx) => ({
    sessions: await removeEndedSessions(tx, now),
    links: await removeOldLinks(tx, now),
    throttles: await removeStaleThrottles(tx, now),
  }));
}
