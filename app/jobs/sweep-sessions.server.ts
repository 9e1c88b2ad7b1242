import { sweepSessions } from '~/identity/commands/sweep-sessions.server';
import type { Instant } from '~/kernel/instant';

/** Removes ended sessions, old links and stale throttles. Running it twice removes nothing more. */
export async function run(_payload: unknown, { now }: { readonly now: Instant }): Promise<void> {
  await sweepSessions({ now });
}
