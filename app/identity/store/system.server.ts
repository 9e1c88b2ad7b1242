import { z } from 'zod';
import type { Instant } from '~/kernel/instant';
import type { Reader } from '~/platform/db.server';
import type { SystemMeasures } from '../core/system-state';

const databaseRow = z.tuple([z.object({ version: z.string(), megabytes: z.number().int() })]);

export async function measureDatabase(reader: Reader): Promise<SystemMeasures['database']> {
  const rows = await reader.$queryRaw`
    SELECT split_part(current_setting('server_version'), ' ', 1) AS version,
      (pg_database_size(current_database()) / 1048576)::int AS megabytes`;
  return databaseRow.parse(rows)[0];
}

const migrationsRow = z.tuple([z.object({ applied: z.number().int(), failed: z.number().int(), last: z.string() })]);

export async function measureMigrations(reader: Reader): Promise<SystemMeasures['migrations']> {
  const rows = await reader.$queryRaw`
    SELECT (count(*) FILTER (WHERE finished_at IS NOT NULL))::int AS applied,
      (count(*) FILTER (WHERE finished_at IS NULL AND rolled_back_at IS NULL))::int AS failed,
      coalesce(max(migration_name) FILTER (WHERE finished_at IS NOT NULL), '') AS last
    FROM "_prisma_migrations"`;
  return migrationsRow.parse(rows)[0];
}

const jobsRow = z.tuple([z.object({ waiting: z.number().int(), failed: z.number().int(), oldestSeconds: z.number().int() })]);

/** Jobs that are due and not being done, those that have used up their attempts, and how long the first of the due ones has waited. */
export async function measureJobs(reader: Reader, now: Instant): Promise<SystemMeasures['jobs']> {
  const rows = await reader.$queryRaw`
    SELECT (count(*) FILTER (WHERE due))::int AS waiting,
      (count(*) FILTER (WHERE attempts >= max_attempts))::int AS failed,
      coalesce(greatest(0, extract(epoch FROM ${now} - min(run_at) FILTER (WHERE due))), 0)::int AS "oldestSeconds"
    FROM (SELECT *, run_at <= ${now} AND locked_at IS NULL AND attempts < max_attempts AS due FROM graphile_worker.jobs) AS jobs`;
  return jobsRow.parse(rows)[0];
}
