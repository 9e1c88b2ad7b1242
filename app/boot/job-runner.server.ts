import { Logger, run, type Runner, type TaskList } from 'graphile-worker';
import { now } from '~/platform/clock.server';
import { databasePool } from '~/platform/db.server';
import type { JobName, JobPayloads } from '~/platform/jobs.server';
import { logger } from '~/platform/logger.server';

interface JobModule<Name extends JobName> {
  readonly run: (payload: JobPayloads[Name], context: { readonly now: Date }) => Promise<void>;
}

const modules = import.meta.glob<JobModule<JobName>>('../jobs/*.server.ts', { eager: true });

/** Every handler of `app/jobs`, by the name of its file. */
function tasks(): TaskList {
  return Object.fromEntries(
    Object.entries(modules).map(([path, module]) => {
      const name = path.replace('../jobs/', '').replace('.server.ts', '');
      return [name, (payload: unknown) => module.run(payload as JobPayloads[JobName], { now: now() })];
    }),
  );
}

/** What runs by the clock. A command settles the clock of its own attempt; the sweeper is for those who left. */
const crontab = ['*/10 * * * * sweep-sessions', '17 2 * * * publish-status-lists', '* * * * * sweep-attempts'].join('\n');

export async function startJobs(): Promise<Runner> {
  const runner = await run({
    pgPool: databasePool(),
    concurrency: 2,
    pollInterval: 1000,
    noHandleSignals: true,
    taskList: tasks(),
    crontab,
    logger: new Logger(() => (level, message) => {
      if (level === 'error' || level === 'warning') logger.warn({ source: 'jobs' }, message);
      else logger.debug({ source: 'jobs' }, message);
    }),
  });
  runner.promise.catch((error: unknown) => logger.error({ err: error }, 'the job runner ended'));
  return runner;
}
