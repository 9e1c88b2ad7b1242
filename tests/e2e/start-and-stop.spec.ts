import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, chmodSync, chownSync, constants, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { freePort, removeInstallation, type RunningServer, startEnvironment, startServer } from '../support/running-server';

const asRoot = process.getuid?.() === 0;
test.describe.configure({ mode: 'serial', timeout: 120_000 });

function folder(): string {
  return mkdtempSync(join(tmpdir(), 'bluepost-start-'));
}

function postmasterOf(dataDir: string): number {
  const place = join(dataDir, 'postgres-is-in.txt');
  const data = existsSync(place) ? readFileSync(place, 'utf8').trim() : join(dataDir, 'postgres');
  return Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
}

function isRunning(pid: number): boolean {
  return existsSync(`/proc/${pid}`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
}

async function killEverything(server: RunningServer): Promise<void> {
  const database = postmasterOf(server.dataDir);
  const exit = once(server.process, 'exit');
  server.process.kill('SIGKILL');
  process.kill(database, 'SIGKILL');
  await exit;
}

test('a second start on the same data takes seconds, and SIGTERM ends server and database with exit code 0', async () => {
  const dataDir = folder();
  const first = await startServer({ DATA_DIR: dataDir });
  const database = postmasterOf(dataDir);
  expect(isRunning(database)).toBe(true);
  expect(await first.stop()).toBe(0);
  expect(isRunning(database)).toBe(false);

  const begun = Date.now();
  const second = await startServer({ DATA_DIR: dataDir });
  expect(Date.now() - begun).toBeLessThan(20_000);
  second.process.kill('SIGINT');
  await once(second.process, 'exit');
  expect(second.process.exitCode).toBe(0);
  removeInstallation(dataDir);
});

test('after kill -9 of server and database the next start recovers, and what was committed is there', async ({ playwright }) => {
  const dataDir = folder();
  const first = await startServer({ DATA_DIR: dataDir });
  const before = await (await playwright.request.newContext({ baseURL: first.origin })).get('/log/checkpoint');
  await killEverything(first);
  const second = await startServer({ DATA_DIR: dataDir });
  const after = await (await playwright.request.newContext({ baseURL: second.origin })).get('/log/checkpoint');
  expect(after.status()).toBe(200);
  expect(Number((await after.text()).split('\n')[1])).toBeGreaterThanOrEqual(Number((await before.text()).split('\n')[1]));
  expect(await second.stop()).toBe(0);
  removeInstallation(dataDir);
});

test('after kill -9 of the server alone its database is taken over by the next start', async () => {
  const dataDir = folder();
  const first = await startServer({ DATA_DIR: dataDir });
  const orphan = postmasterOf(dataDir);
  const exit = once(first.process, 'exit');
  first.process.kill('SIGKILL');
  await exit;
  const second = await startServer({ DATA_DIR: dataDir });
  expect(isRunning(orphan)).toBe(false);
  expect(await second.stop()).toBe(0);
  removeInstallation(dataDir);
});

test('when DATA_DIR was removed the next start begins afresh', async () => {
  const dataDir = folder();
  const first = await startServer({ DATA_DIR: dataDir });
  expect(await first.stop()).toBe(0);
  rmSync(dataDir, { recursive: true, force: true });
  const second = await startServer({ DATA_DIR: dataDir });
  expect(await second.stop()).toBe(0);
  removeInstallation(dataDir);
});

test('a taken port is one clear line and exit code 1', async () => {
  const blocker = createServer().listen(0, '127.0.0.1');
  await once(blocker, 'listening');
  const address = blocker.address();
  const port = typeof address === 'object' && address ? String(address.port) : '';
  const dataDir = folder();
  const { status, stderr } = spawnSync('node', ['scripts/start.mjs'], { env: startEnvironment({ PORT: port, DATA_DIR: dataDir }), encoding: 'utf8' });
  blocker.close();
  expect(status).toBe(1);
  expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(`Port ${port} is taken`)]);
  removeInstallation(dataDir);
});

test('a wrong setting is one clear line and exit code 1', () => {
  const { status, stderr } = spawnSync('node', ['scripts/start.mjs'], { env: startEnvironment({ PORT: 'eighty' }), encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('PORT')]);
});

test('a second server on the same data is refused while the first is running', async () => {
  const server = await startServer();
  const { status, stderr } = spawnSync('node', ['scripts/start.mjs'], { env: startEnvironment({ PORT: String(await freePort()), DATA_DIR: server.dataDir }), encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toContain('Another Bluepost');
  expect(await server.stop()).toBe(0);
  removeInstallation(server.dataDir);
});

test('as root it starts with data in a folder that no other user can enter', async () => {
  test.skip(!asRoot, 'only root has another user for the database');
  const closed = folder();
  chmodSync(closed, 0o700);
  const server = await startServer({ DATA_DIR: join(closed, 'data') });
  expect(await server.stop()).toBe(0);
  removeInstallation(join(closed, 'data'));
  rmSync(closed, { recursive: true, force: true });
});

test('it starts as an ordinary user', async () => {
  test.skip(!asRoot, 'this run is already an ordinary user’s');
  const uid = Number(execFileSync('id', ['-u', 'nobody'], { encoding: 'utf8' }));
  const canRead = spawnSync('node', ['-e', "require('fs').accessSync('scripts/start.mjs')"], { uid }).status === 0;
  test.skip(!canRead, 'an ordinary user cannot enter the folder of this clone');
  accessSync('build/server/index.js', constants.R_OK);
  const dataDir = folder();
  chownSync(dataDir, uid, uid);
  const server = await startServer({ DATA_DIR: dataDir, HOME: dataDir }, { uid });
  expect(existsSync(join(dataDir, 'postgres', 'PG_VERSION'))).toBe(true);
  expect(await server.stop()).toBe(0);
  removeInstallation(dataDir);
});
