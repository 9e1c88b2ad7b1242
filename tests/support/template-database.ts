import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../app/platform/embedded-postgres.server';
import { removeInstallation } from './running-server';
import { applyMigrations } from '../../app/platform/migrations.server';

declare module 'vitest' {
  interface ProvidedContext {
    /** The maintenance database of the test server. */
    databaseServerUrl: string;
    /** A migrated, empty database to copy from. */
    templateDatabase: string;
  }
}

/** One real PostgreSQL for the whole run; DATABASE_URL names another server to test against. */
export default async function setup(project: TestProject) {
  const given = process.env['DATABASE_URL'];
  const dataDir = mkdtempSync(join(tmpdir(), 'bluepost-test-'));
  const settings = { max_connections: '200', synchronous_commit: 'off' };
  const server = given ? null : await startEmbeddedPostgres({ dataDir, settings });
  const maintenance = new URL(given ?? server!.url);
  maintenance.pathname = '/postgres';
  const templateDatabase = `template_${process.pid}`;

  const client = new pg.Client({ connectionString: maintenance.toString() });
  await client.connect();
  await client.query(`CREATE DATABASE ${templateDatabase}`);
  const template = new URL(maintenance);
  template.pathname = `/${templateDatabase}`;
  await applyMigrations(template.toString());
  await runMigrations({ connectionString: template.toString(), logger: new Logger(() => () => undefined) });

  project.provide('databaseServerUrl', maintenance.toString());
  project.provide('templateDatabase', templateDatabase);

  return async () => {
    await client.query(`DROP DATABASE ${templateDatabase}`);
    await client.end();
    await server?.stop();
    removeInstallation(dataDir);
  };
}
