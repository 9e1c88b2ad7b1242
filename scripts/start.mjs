/**
 * `npm start` (and, with --dev, `npm run dev`). Plain JavaScript without a dependency at the top, because on a fresh clone
 * nothing is installed yet: it installs and builds what is missing or stale, then serves from this very process.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);

const dev = process.argv.includes('--dev');
const say = (line) => process.stdout.write(`${line}\n`);

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Bluepost needs Node 20.19 or newer; this is ${process.versions.node}.\n`);
  process.exit(1);
}

const hashOf = (...files) => {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
};

const filesBelow = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return path === join('app', 'platform', 'prisma') ? [] : filesBelow(path);
    return [path];
  });

const stampIs = (file, value) => existsSync(file) && readFileSync(file, 'utf8') === value;

const runTool = (command, parameters, failure) => {
  try {
    execFileSync(command, parameters, { stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' });
  } catch {
    process.stderr.write(`${failure}\n`);
    process.exit(1);
  }
};

/** Locked dependencies, when they are missing or another lock file is here than the one that was installed. */
export function install() {
  const stamp = join('node_modules', '.bluepost-installed');
  const wanted = hashOf('package.json', 'package-lock.json');
  if (stampIs(stamp, wanted)) return;
  say('Installing the locked dependencies (a minute or two) …');
  // The lock file lacks optional packages of other platforms, which `npm ci` refuses; `npm install` takes the locked versions as well.
  runTool('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--include=dev', '--loglevel=error'], 'The dependencies could not be installed.');
  writeFileSync(stamp, wanted);
}

/** The typed database client is made from prisma/*.prisma. */
export function generate() {
  const schema = readdirSync('prisma').filter((file) => file.endsWith('.prisma')).sort().map((file) => join('prisma', file));
  const stamp = join('app', 'platform', 'prisma', '.made-from');
  const wanted = hashOf(...schema, 'prisma.config.ts');
  if (stampIs(stamp, wanted)) return;
  say('Making the database client …');
  runTool('node', [join('node_modules', 'prisma', 'build', 'index.js'), 'generate', '--no-hints'], 'The database client could not be made.');
  writeFileSync(stamp, wanted);
}

export function build() {
  const sources = [...filesBelow('app'), ...filesBelow('public'), 'vite.config.ts', 'remix.config.js', 'package-lock.json', ...filesBelow('prisma')].filter(
    (file) => !/\.test\.tsx?$/.test(file),
  );
  const stamp = join('build', '.made-from');
  const wanted = hashOf(...sources.sort());
  if (stampIs(stamp, wanted)) return;
  say('Building (half a minute) …');
  runTool('node', [join('node_modules', '@remix-run', 'dev', 'dist', 'cli.js'), 'vite:build', '--logLevel', 'warn'], 'The build failed.');
  mkdirSync('build', { recursive: true });
  writeFileSync(stamp, wanted);
}

async function builtServer() {
  const { default: express } = await import('express');
  const server = await import('../build/server/index.js');
  const assets = express.Router();
  assets.use('/assets', express.static('build/client/assets', { immutable: true, maxAge: '1y', index: false }));
  assets.use(express.static('build/client', { maxAge: '1h', index: false }));
  return { build: server, assets };
}

async function developmentServer() {
  const { createServer } = await import('vite');
  const vite = await createServer({ server: { middlewareMode: true } });
  const server = await vite.ssrLoadModule('virtual:remix/server-build');
  return { build: server, assets: vite.middlewares };
}

async function main() {
  install();
  generate();
  if (!dev) build();
  // The settings as the person gave them; React and Remix read NODE_ENV for another purpose, their own optimised code.
  const settings = { ...process.env };
  process.env.NODE_ENV = dev ? 'development' : 'production';
  const { build: server, assets } = dev ? await developmentServer() : await builtServer();
  await server.entry.module.serve({ build: server, assets, say, settings });
}

if (process.argv[1] && statSync(process.argv[1]).isFile() && fileURLToPath(import.meta.url) === process.argv[1]) {
  main().catch((error) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    if (process.env.LOG_LEVEL === 'debug') process.stderr.write(`${error?.stack}\n`);
    process.exit(1);
  });
}
