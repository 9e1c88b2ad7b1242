import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface RunningServer {
  readonly origin: string;
  readonly dataDir: string;
  readonly process: ChildProcess;
  /** What it said so far, standard output and errors together. */
  readonly said: () => string;
  /** Asks it to end and waits; the exit code must be 0. */
  readonly stop: () => Promise<number | null>;
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

/** Removes an installation made for a test, and its database where root keeps it. */
export function removeInstallation(dataDir: string): void {
  const pointer = join(dataDir, 'postgres-is-in.txt');
  if (existsSync(pointer)) rmSync(readFileSync(pointer, 'utf8').trim(), { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
}

/** This process's environment with these settings, and without the NODE_ENV that a test runner sets. */
export function startEnvironment(settings: Record<string, string>): NodeJS.ProcessEnv {
  const { NODE_ENV: _ofTheRunner, ...environment } = process.env;
  return { ...environment, ...settings } as NodeJS.ProcessEnv;
}

/** Starts the built server exactly as `npm start` does and waits for its welcome. */
export async function startServer(settings: Record<string, string> = {}, { uid }: { uid?: number } = {}): Promise<RunningServer> {
  const port = settings['PORT'] ?? String(await freePort());
  const dataDir = settings['DATA_DIR'] ?? mkdtempSync(join(tmpdir(), 'bluepost-server-'));
  const child = spawn('node', ['scripts/start.mjs'], {
    env: startEnvironment({ LOG_LEVEL: 'warn', ...settings, PORT: port, DATA_DIR: dataDir }),
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid !== undefined && { uid }),
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', () => said.includes('Bluepost is ready') && resolve());
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it was ready:\n${said}`)));
  });
  return {
    origin: `http://localhost:${port}`,
    dataDir,
    process: child,
    said: () => said,
    stop: async () => {
      if (child.exitCode !== null) return child.exitCode;
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      await exit;
      return child.exitCode;
    },
  };
}

/** One server for all browser tests. Its address reaches them through BLUEPOST_TEST_ORIGIN. */
export default async function setup() {
  const server = await startServer();
  process.env['BLUEPOST_TEST_ORIGIN'] = server.origin;
  process.env['BLUEPOST_TEST_DATA_DIR'] = server.dataDir;
  return async () => {
    const code = await server.stop();
    if (code !== 0) throw new Error(`the server ended with ${code}:\n${server.said()}`);
    removeInstallation(server.dataDir);
  };
}
