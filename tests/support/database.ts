import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { connectDatabase, disconnectDatabase } from '~/platform/db.server';
import { configure, readEnv } from '~/platform/env.server';

export interface TestDatabase {
  /** For looking and tampering behind the application's back. */
  readonly sql: (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;
  readonly url: () => string;
}

/** Gives the test file its own copy of the migrated template, its own DATA_DIR, and connects the application to both. */
export function useDatabase(): TestDatabase {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const dataDir = mkdtempSync(join(tmpdir(), 'bluepost-data-'));
  let url = '';
  let behind: pg.Pool;

  beforeAll(async () => {
    const server = inject('databaseServerUrl');
    await onServer(server, `CREATE DATABASE ${name} TEMPLATE ${inject('templateDatabase')}`);
    const own = new URL(server);
    own.pathname = `/${name}`;
    url = own.toString();
    configure(readEnv({ NODE_ENV: 'test', DATA_DIR: dataDir, DATABASE_URL: url, ORIGIN: 'http://localhost:3000' }));
    connectDatabase({ url, connections: 10 });
    behind = new pg.Pool({ connectionString: url, max: 2 });
  });

  afterAll(async () => {
    await disconnectDatabase();
    await behind.end();
    await onServer(inject('databaseServerUrl'), `DROP DATABASE ${name} WITH (FORCE)`);
    rmSync(dataDir, { recursive: true, force: true });
  });

  return {
    sql: async (text, values) => (await behind.query<Record<string, unknown>>(text, values)).rows,
    url: () => url,
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
