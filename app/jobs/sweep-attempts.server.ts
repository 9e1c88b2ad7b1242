import { sweepAttempts } from '~/assessment/commands/settle-attempt.server';
import type { Instant } from '~/kernel/instant';
import type { JobPayloads } from '~/platform/jobs.server';

/** Every minute: ends the attempts whose time has passed, for those who left. Running it twice changes nothing. */
export async function run(_payload: JobPayloads['sweep-attempts'], { now }: { readonly now: Instant }): Promise<void> {
  await sweepAttempts({ now });
}
