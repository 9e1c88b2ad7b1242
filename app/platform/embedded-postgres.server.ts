import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { findPostgresHome, type PostgresHome } from './postgres-home.server';

export interface EmbeddedPostgres {
  readonly url: string;
  readonly pid: number;
  /** Ends it in PostgreSQL's fast mode: open transactions are rolled back, everything committed is on disk. */
  readonly stop: () => Promise<void>;
  /** Resolves when it ended without having been asked to. */
  readonly ended: Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Where everything of this installation lives. */
  readonly dataDir: string;
  /** Told before each step that can take long. */
  readonly progress?: (step: 'copying' | 'initialising' | 'recovering' | 'starting') => void;
  /** Further `-c name=value` settings of the server. */
  readonly settings?: Readonly<Record<string, string>>;
}

const databaseName = 'bluepost';
const superuser = 'bluepost';

/**
 * Starts the PostgreSQL that comes with Bluepost, on a free port of the loopback interface, and waits until it answers. The
 * first start initialises it; a start after a crash recovers it.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  mkdirSync(options.dataDir, { recursive: true });
  const home = findPostgresHome(options.dataDir, () => options.progress?.('copying'));
  const password = readPassword(options.dataDir);
  if (!existsSync(join(home.data, 'PG_VERSION'))) {
    options.progress?.('initialising');
    initialise(home, password);
  }
  if (await endLeftover(home)) options.progress?.('recovering');
  options.progress?.('starting');
  const port = await freePort();
  const server = spawnServer(home, port, options.settings ?? {});
  const url = `postgres://${superuser}:${password}@127.0.0.1:${port}/${databaseName}`;
  const exit = once(server, 'exit');
  try {
    await untilReady(server, url);
  } catch (error) {
    server.kill('SIGINT');
    throw error;
  }
  const addressFile = databaseUrlFile(options.dataDir);
  writeFileSync(addressFile, `${url}\n`, { mode: 0o600 });
  let asked = false;
  return {
    url,
    pid: server.pid!,
    stop: async () => {
      asked = true;
      rmSync(addressFile, { force: true });
      if (!hasEnded(server)) server.kill('SIGINT');
      await exit;
    },
    ended: new Promise((resolve) => void exit.then(() => asked || resolve())),
  };
}

function hasEnded(server: ChildProcess): boolean {
  return server.exitCode !== null || server.signalCode !== null;
}

/** Holds the address of the running embedded database, so that a command of the same installation finds it. */
export function databaseUrlFile(dataDir: string): string {
  return join(dataDir, 'database-url');
}

function readPassword(dataDir: string): string {
  const file = join(dataDir, 'postgres-password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

/** Made beside its place and moved there when it is whole: a start that was killed half-way can be done again. */
function initialise(home: PostgresHome, password: string): void {
  const passwordFile = `${home.data}.initial-password`;
  const making = `${home.data}.new`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (home.owner) for (const path of [making, passwordFile]) chownSync(path, home.owner.uid, home.owner.gid);
  try {
    execFileSync(
      join(home.bin, 'initdb'),
      ['-D', making, '-U', superuser, '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--locale=C'],
      { ...home.owner, cwd: '/', stdio: 'pipe', env: { NODE_ENV: 'production' } },
    );
  } catch (error) {
    throw new Error('The embedded PostgreSQL could not be initialised', { cause: error });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  rmSync(home.data, { recursive: true, force: true });
  renameSync(making, home.data);
}

/**
 * After `kill -9` of Bluepost alone its PostgreSQL may still run: it is asked to end, and its clean-up is awaited. The pid file of
 * one that is gone is left to PostgreSQL, which looks for survivors on the same files before it starts; it is removed only when
 * its number now belongs to another program, which PostgreSQL could not tell.
 */
async function endLeftover(home: PostgresHome): Promise<boolean> {
  const pidFile = join(home.data, 'postmaster.pid');
  if (!existsSync(pidFile)) return false;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  if (!runsPostgresOn(pid, home.data)) {
    if (isAlive(pid)) rmSync(pidFile, { force: true });
    return true;
  }
  process.kill(pid, 'SIGINT');
  for (let waited = 0; runsPostgresOn(pid, home.data); waited += 100) {
    if (waited > 60_000) throw new Error(`An earlier PostgreSQL (process ${pid}) does not end`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return true;
}

/** Signal 0 asks without disturbing; EPERM says that it is there and another user's. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function commandOf(pid: number): string {
  if (existsSync('/proc/self')) return existsSync(`/proc/${pid}/cmdline`) ? readFileSync(`/proc/${pid}/cmdline`, 'utf8') : '';
  return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
}

function runsPostgresOn(pid: number, data: string): boolean {
  return isAlive(pid) && commandOf(pid).includes(data);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port was found');
  return address.port;
}

function spawnServer(home: PostgresHome, port: number, settings: Readonly<Record<string, string>>): ChildProcess {
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    shared_buffers: '64MB',
    max_connections: '60',
    ...settings,
  };
  const parameters = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // Its own process group: Ctrl-C in a terminal reaches Bluepost alone, which ends the database after the last request.
  return spawn(join(home.bin, 'postgres'), ['-D', home.data, '-p', String(port), ...parameters], {
    ...home.owner,
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { NODE_ENV: 'production', TZ: 'UTC' },
  });
}

async function untilReady(server: ChildProcess, url: string): Promise<void> {
  const said: string[] = [];
  server.stderr?.on('data', (chunk: Buffer) => {
    said.push(chunk.toString());
    if (said.length > 50) said.shift();
  });
  const deadline = performance.now() + 120_000;
  while (performance.now() < deadline) {
    if (hasEnded(server)) throw new Error(`The embedded PostgreSQL ended at once:\n${said.join('')}`);
    if (await answers(url)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The embedded PostgreSQL did not answer within two minutes:\n${said.join('')}`);
}

/** Connects to the maintenance database and makes ours when it is missing. */
async function answers(url: string): Promise<boolean> {
  const maintenance = new URL(url);
  maintenance.pathname = '/postgres';
  const client = new pg.Client({ connectionString: maintenance.toString() });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [databaseName]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${databaseName}`);
    return true;
  } catch (error) {
    const code = (error as { code?: string }).code;
    // 57P03: starting up or recovering.
    if (code === 'ECONNREFUSED' || code === '57P03' || code === 'ECONNRESET') return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}
