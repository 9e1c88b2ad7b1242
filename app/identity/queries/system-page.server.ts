import type { Instant } from '~/kernel/instant';
import { sequencerLag } from '~/ledger/queries/sequencer-lag.server';
import { db } from '~/platform/db.server';
import { env } from '~/platform/env.server';
import { type SystemState, systemState } from '../core/system-state';
import { measureDatabase, measureJobs, measureMigrations } from '../store/system.server';

/** How the platform does: database, migrations, jobs, log and mail. */
export async function systemPage(now: Instant): Promise<SystemState> {
  const [database, migrations, jobs, lag] = await Promise.all([
    measureDatabase(db),
    measureMigrations(db),
    measureJobs(db, now),
    sequencerLag(now),
  ]);
  return systemState({ database, migrations, jobs, log: { size: lag.size, waitingSeconds: Math.round(lag.waiting / 1000) }, mail: env().smtpUrl ? 'smtp' : 'outbox' });
}
