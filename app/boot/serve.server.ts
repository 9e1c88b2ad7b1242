import cluster from 'node:cluster';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { RequestHandler } from 'express';
import type { ServerBuild } from '@remix-run/node';
import { configure, type Env, readEnv } from '~/platform/env.server';
import { connectDatabase, disconnectDatabase } from '~/platform/db.server';
import { logger, startLogging } from '~/platform/logger.server';
import { expressApp } from './express-app.server';
import { health } from './readiness.server';
import { type Installation, openInstallation } from './installation.server';
import { startBackground } from './background.server';
import { Ending } from './ending.server';

interface ServeParts {
  readonly build: ServerBuild;
  readonly assets: RequestHandler;
  /** Says a step of the start to the person at the terminal. */
  readonly say: (line: string) => void;
  /** The environment as it was given. */
  readonly settings: Readonly<Record<string, string | undefined>>;
}

/** Told by the first process to its workers: the database is up and filled, only serve. */
const workerDatabaseUrl = 'BLUEPOST_WORKER_DATABASE_URL';

/**
 * The whole server: database, migrations, content, demo people, jobs, sequencer, HTTP. Resolves when it listens; ends by itself
 * on SIGINT or SIGTERM after the requests in flight.
 * @throws Error with one clear line for the terminal
 */
export async function serve(parts: ServeParts): Promise<void> {
  const env = readEnv(parts.settings);
  configure(env);
  startLogging(env.logLevel);
  const openedByPrimary = parts.settings[workerDatabaseUrl];
  if (cluster.isWorker && openedByPrimary) return serveWorker(env, parts, openedByPrimary);
  await assertPortIsFree(env);
  const ending = new Ending();
  onSignal(() => ending.run());
  try {
    const installation = await openInstallation(env, { say: parts.say, ending });
    const background = await startBackground();
    ending.before(background.stop);
    ending.before(env.workers > 1 ? forkWorkers(env, { installation, settings: parts.settings }) : await listen(env, parts));
  } catch (error) {
    await ending.run();
    throw error;
  }
  parts.say(welcome(env));
}

async function serveWorker(env: Env, parts: ServeParts, databaseUrl: string): Promise<void> {
  connectDatabase({ url: databaseUrl, connections: 12 });
  const ending = new Ending();
  ending.before(disconnectDatabase);
  ending.before(await listen(env, parts));
  onSignal(() => ending.run());
}

async function listen(env: Env, { build, assets }: ServeParts): Promise<() => Promise<void>> {
  const server = createServer(expressApp({ env, build, assets, health }));
  server.keepAliveTimeout = 65_000;
  server.requestTimeout = 60_000;
  server.headersTimeout = 20_000;
  server.listen(env.port, env.host);
  await once(server, 'listening');
  return () => drain(server);
}

/** No new connection, idle ones closed at once, requests in flight get ten seconds. */
async function drain(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  const impatience = setTimeout(() => server.closeAllConnections(), 10_000);
  await closed;
  clearInterval(idle);
  clearTimeout(impatience);
}

async function assertPortIsFree(env: Env): Promise<void> {
  const probe = createServer();
  probe.listen(env.port, env.host);
  try {
    await once(probe, 'listening');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EADDRINUSE') throw new Error(`Port ${env.port} is taken. Set PORT to another one, for example PORT=3001 npm start`);
    throw new Error(`Cannot listen on ${env.host}:${env.port} (${code ?? 'unknown'})`);
  }
  probe.close();
  await once(probe, 'close');
}

function forkWorkers(env: Env, { installation, settings }: { installation: Installation; settings: ServeParts['settings'] }): () => Promise<void> {
  // The workers read the settings as the person gave them, not as this process changed them for React.
  const fork = () => cluster.fork({ [workerDatabaseUrl]: installation.databaseUrl, NODE_ENV: settings['NODE_ENV'] ?? '' });
  let stopping = false;
  for (let count = 0; count < env.workers; count += 1) fork();
  cluster.on('exit', (worker, code) => {
    if (stopping) return;
    logger.error({ worker: worker.id, code }, 'a server process ended and is replaced');
    fork();
  });
  return async () => {
    stopping = true;
    const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
    await Promise.all(workers.map((worker) => {
      const gone = once(worker, 'exit');
      worker.process.kill('SIGTERM');
      return gone;
    }));
  };
}

function onSignal(end: () => Promise<boolean>): void {
  const stop = () => void end().then((well) => process.exit(well ? 0 : 1));
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

function welcome(env: Env): string {
  const lines = ['', `Bluepost is ready: ${env.origin}`];
  if (env.demo) {
    lines.push(
      '',
      'Demo sign-ins, password for all: bluepost-demo',
      '  trainee@aurelia.example  trainee2@aurelia.example  trainee@borealis.example',
      '  instructor@aurelia.example  reviewer@aurelia.example',
      '  auditor@aurelia.example  auditor@borealis.example',
      '  coordinator@aurelia.example  coordinator@borealis.example',
      '  operator@bluepost.example',
    );
  }
  lines.push('', 'Stop it with Ctrl-C.', '');
  return lines.join('\n');
}
