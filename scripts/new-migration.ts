/**
 * `DATABASE_URL=… npm run new-migration -- name-of-the-change` writes the SQL that leads from prisma/*.prisma as last committed
 * to the same files as they stand now. The engine wants any reachable PostgreSQL and leaves it as it is. Read the result, and
 * add triggers by hand, before committing.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { SchemaEngine, type DiffTarget } from '@prisma/schema-engine-wasm';

const [name] = process.argv.slice(2);
const connectionString = process.env['DATABASE_URL'];
if (!name || !/^[a-z][a-z0-9-]*$/.test(name) || !connectionString) {
  console.error('Usage: DATABASE_URL=postgres://… npm run new-migration -- name-of-the-change');
  process.exit(1);
}

const git = (...parameters: string[]) => execFileSync('git', parameters, { encoding: 'utf8' });

function committedSchema(): DiffTarget {
  const paths = git('ls-files', 'prisma/*.prisma').split('\n').filter(Boolean);
  const files = paths
    .filter((path) => git('ls-tree', 'HEAD', path) !== '')
    .map((path) => ({ path, content: git('show', `HEAD:${path}`) }));
  return files.length === 0 ? { tag: 'empty' } : { tag: 'schemaDatamodel', files };
}

const present = readdirSync('prisma')
  .filter((file) => file.endsWith('.prisma'))
  .map((file) => ({ path: join('prisma', file), content: readFileSync(join('prisma', file), 'utf8') }));

const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString }));
const datamodels = present.map(({ path, content }): [string, string] => [path, content]);
const engine = await SchemaEngine.new({ datamodels }, () => undefined, adapter);
const difference = await engine.diff({
  from: committedSchema(),
  to: { tag: 'schemaDatamodel', files: present },
  script: true,
  exitCode: null,
  filters: { externalTables: [], externalEnums: [] },
});

const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
const folder = join('prisma/migrations', `${stamp}_${name.replaceAll('-', '_')}`);
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'migration.sql'), difference.stdout ?? '');
console.log(`Written: ${folder}/migration.sql`);
process.exit(0);
