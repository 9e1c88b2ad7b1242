import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeFaults, loadContent } from '~/content/commands/load-content.server';
import { createLog, logExists } from '~/ledger/commands/create-log.server';
import { makeDemoPeople } from '~/identity/commands/make-demo-people.server';
import { now } from '~/platform/clock.server';
import { connectDatabase, databasePool, disconnectDatabase } from '~/platform/db.server';
import { startEmbeddedPostgres } from '~/platform/embedded-postgres.server';
import type { Env } from '~/platform/env.server';
import { logger } from '~/platform/logger.server';
import { applyMigrations } from '~/platform/migrations.server';
import type { Ending } from './ending.server';

export interface Installation {
  readonly databaseUrl: string;
}

interface Opening {
  readonly say: (line: string) => void;
  /** Learns how each thing that was opened is closed, as soon as it is open. */
  readonly ending: Ending;
}

const steps = {
  copying: 'Copying the database programs to where their own user can run them …',
  initialising: 'Initialising the embedded PostgreSQL …',
  recovering: 'Recovering the database after an unclean end …',
  starting: 'Starting the embedded PostgreSQL …',
} as const;

/** Everything that must be there before anything can be served: database, migrations, log, content, demo people. */
export async function openInstallation(env: Env, { say, ending }: Opening): Promise<Installation> {
  mkdirSync(env.dataDir, { recursive: true });
  ending.before(holdDataDir(env.dataDir));
  const databaseUrl = env.databaseUrl ?? (await openEmbedded(env, { say, ending }));
  const applied = await applyMigrations(databaseUrl);
  if (applied.length > 0) say(`Applied ${applied.length} migration(s).`);
  connectDatabase({ url: databaseUrl, connections: 16 });
  ending.before(disconnectDatabase);
  await beginLog();
  say('Loading the courses …');
  const loaded = await loadContent({ folder: 'content', now: now() });
  if (!loaded.ok) throw new Error(`Nothing was loaded from content/, because of:\n${describeFaults(loaded.faults)}`);
  if (env.demo) await makeDemoPeople({ now: now() });
  return { databaseUrl };
}

async function openEmbedded(env: Env, { say, ending }: Opening): Promise<string> {
  const settings = { max_connections: String(40 + 12 * env.workers) };
  const postgres = await startEmbeddedPostgres({ dataDir: env.dataDir, settings, progress: (step) => say(steps[step]) });
  ending.before(postgres.stop);
  void postgres.ended.then(async () => {
    logger.fatal('the embedded PostgreSQL ended by itself');
    await ending.run();
    process.exit(1);
  });
  return postgres.url;
}

/**
 * The log begins with the installation, before the first fact. A database that holds facts and knows no log has lost it: that is
 * for a person to look at, and no program begins another one over it.
 */
async function beginLog(): Promise<void> {
  if (await logExists()) return;
  const { rows } = await databasePool().query<{ untouched: boolean }>('SELECT NOT EXISTS (SELECT 1 FROM "LedgerEntry") AS untouched');
  if (!rows[0]?.untouched) throw new Error('The database holds facts but no transparency log. Restore the database and DATA_DIR from one backup.');
  const begun = await createLog(now());
  if (!begun.ok) throw new Error(`The transparency log cannot begin (${begun.refusal}): DATA_DIR holds the files of another installation's log.`);
}

/** One server per DATA_DIR: two would fight over the database files and the log. */
function holdDataDir(dataDir: string): () => Promise<void> {
  const file = join(dataDir, 'server.pid');
  if (existsSync(file)) {
    const pid = Number(readFileSync(file, 'utf8'));
    if (pid !== process.pid && isBluepost(pid)) throw new Error(`Another Bluepost (process ${pid}) is using ${dataDir}. Stop it, or set DATA_DIR.`);
  }
  writeFileSync(file, String(process.pid));
  return () => Promise.resolve(rmSync(file, { force: true }));
}

function isBluepost(pid: number): boolean {
  const command = `/proc/${pid}/cmdline`;
  if (existsSync('/proc/self')) return existsSync(command) && /start\.mjs/.test(readFileSync(command, 'utf8'));
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
