/**
 * `npm run bench`: the rows of contract "Speed" that apply, each measured against the limit beside it in this one run, printed as a
 * table of ratios and written as JSON to bench/results/. The server under test is the built one, on a fresh embedded database.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { bareCommitsPerSecond } from '../bench/bare-commit';
import { sitWholeExam } from '../bench/exam-sitting';
import { inParallel, Visitor } from '../bench/http-client';
import { coldBytes, type ColdPage } from '../bench/cold-bytes';
import { answersPerSecond } from '../bench/answer-saving';
import { pagesPerSecond } from '../bench/page-rate';
import { cpuSeconds, pssMiB } from '../bench/process-tree';
import { addTrainees } from '../bench/trainees';
import { certificateNumber, lessonPath } from '../bench/places';
import { freePort, removeInstallation, startServer } from '../tests/support/running-server';

const users = 32;
const exams = Number(process.env['BENCH_EXAMS'] ?? 192);
const seconds = Number(process.env['BENCH_SECONDS'] ?? 8);

interface Row {
  readonly what: string;
  readonly measured: string;
  readonly bar: string;
  readonly ratio: number;
}
const rows: Row[] = [];

function report(what: string, { value, bar, unit, atMost = false }: { value: number; bar: number; unit: string; atMost?: boolean }): void {
  const ratio = atMost ? bar / value : value / bar;
  rows.push({ what, measured: `${value.toPrecision(4)} ${unit}`, bar: `${atMost ? '≤' : '≥'} ${bar} ${unit}`, ratio });
  process.stdout.write(`${ratio >= 1 ? '✓' : '✗'} ${what}: ${value.toPrecision(4)} ${unit} (bar ${atMost ? '≤' : '≥'} ${bar}), ratio ${ratio.toFixed(2)}\n`);
}

async function bareRemix(bytes: number): Promise<{ origin: string; stop: () => void }> {
  execFileSync('node', [join('node_modules', '@remix-run/dev/dist/cli.js'), 'vite:build', 'bench/bare-remix', '--logLevel', 'error'], { stdio: 'inherit' });
  const port = await freePort();
  const child = spawn('node', ['bench/bare-remix/serve.mjs'], { env: { ...process.env, NODE_ENV: 'production', PORT: String(port), BARE_BYTES: String(bytes) }, stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return { origin: `http://127.0.0.1:${port}`, stop: () => child.kill() };
}

const server = await startServer({ LOG_LEVEL: 'error' });
const pid = server.process.pid!;
try {
  const databaseUrl = readFileSync(join(server.dataDir, 'database-url'), 'utf8').trim();
  const emails = Array.from({ length: exams + users * 3 }, (_, index) => `bench${index}@aurelia.example`);
  await addTrainees(databaseUrl, emails);
  const sitting = (email: string) => ({ email, password: 'bluepost-demo', assessment: 'plastic-waste' });

  await inParallel(users, users, async (index) => void (await sitWholeExam(server.origin, sitting(emails[exams + index]!))));
  const before = cpuSeconds(pid);
  const sat = await inParallel(exams, users, async (index) => {
    const saved = await sitWholeExam(server.origin, sitting(emails[index]!));
    if (saved !== 20) throw new Error(`an exam saved ${saved} answers`);
  });
  report('whole exams a minute, 32 users', { value: (exams / sat.seconds) * 60, bar: 600, unit: '/min' });
  report('CPU of one exam, server and database', { value: (cpuSeconds(pid) - before) / exams, bar: 0.2, unit: 's', atMost: true });
  report('memory of server and database after it', { value: pssMiB(pid), bar: 400, unit: 'MiB PSS', atMost: true });

  const answers = await answersPerSecond(server.origin, emails.slice(exams + users, exams + users * 2), seconds);
  const bare = await bareCommitsPerSecond(databaseUrl, 4000, users);
  report('saving an answer over HTTP, share of bare INSERT … COMMIT through pg', { value: (answers / bare) * 100, bar: 40, unit: '%' });

  const reader = new Visitor(server.origin);
  await reader.post('/login', { email: 'trainee@aurelia.example', password: 'bluepost-demo', next: '/' });
  const lesson = await lessonPath(reader);
  const cookie = reader.cookieHeader();
  const bytes = (await reader.get(lesson)).body.length;
  const plain = await bareRemix(bytes);
  const bareRate = await pagesPerSecond(plain.origin, { path: '/', seconds, users });
  plain.stop();
  const lessonRate = await pagesPerSecond(server.origin, { path: lesson, seconds, users, cookie });
  report('lesson page, share of a bare Remix page of the same bytes', { value: (lessonRate / bareRate) * 100, bar: 60, unit: '%' });

  const number = await certificateNumber(server.origin, databaseUrl);
  report('verification page', { value: await pagesPerSecond(server.origin, { path: `/verify/${number}`, seconds, users }), bar: 1000, unit: '/s' });

  const cold: ColdPage[] = [
    { what: 'cold lesson page', path: lesson, bar: 30 },
    { what: 'cold question page', path: await openAttempt(emails.at(-1)!), bar: 50, email: emails.at(-1)! },
    { what: 'cold verification page', path: `/verify/${number}`, bar: 20 },
  ];
  for (const page of cold) report(page.what, { value: await coldBytes(server.origin, page), bar: page.bar, unit: 'kB', atMost: true });
} finally {
  await server.stop();
  removeInstallation(server.dataDir);
}

async function openAttempt(email: string): Promise<string> {
  const visitor = new Visitor(server.origin);
  await visitor.post('/login', { email, password: 'bluepost-demo', next: '/' });
  return (await visitor.post('/assessments/plastic-waste', {})).headers.location!;
}

mkdirSync('bench/results', { recursive: true });
const file = `bench/results/${new Date().toISOString().slice(0, 19).replaceAll(':', '')}.json`;
writeFileSync(file, `${JSON.stringify({ cores: cpus().length, node: process.version, exams, users, rows }, null, 2)}\n`);
process.stdout.write(`\n${rows.filter(({ ratio }) => ratio >= 1).length} of ${rows.length} bars reached; written to ${file}\n`);
