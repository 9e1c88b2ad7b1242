/**
 * `npm test`: from a fresh clone, everything that must hold. `npm run check` (--no-browser) is the same without the browser tests.
 * Ends with `N passed, N failed`; the exit code is 0 only when nothing failed that counts.
 *
 * NOT EVERYTHING COUNTS YET. Steps marked `counts: false` run and print their result, but do not decide: they have not been seen
 * green as a whole (docs/decisions/020-steps-that-do-not-count-yet.md says which, and why). The work on each ends by removing its mark.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { generate, install } from './start.mjs';

const withBrowser = !process.argv.includes('--no-browser');
const results = [];
const longestStep = 12 * 60_000;

install();
generate();
mkdirSync('test-results', { recursive: true });

const tool = (...path) => ['node', join('node_modules', ...path)];

/** A step without tests of its own counts as one. */
function step(name, [command, ...parameters], { counts = true } = {}) {
  process.stdout.write(`\n── ${name}${counts ? '' : ' (does not count yet)'}\n`);
  const begun = performance.now();
  const { NODE_ENV: _ofTheCaller, ...env } = process.env;
  const { status } = spawnSync(command, parameters, { stdio: ['ignore', 'inherit', 'inherit'], env, timeout: longestStep });
  results.push({ name, counts, passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, seconds: (performance.now() - begun) / 1000 });
  return status === 0;
}

/** A test runner's own report is counted; a runner that died without one counts as a failure. */
function runner(name, command, { report, count, counts = true }) {
  rmSync(report, { force: true });
  const fine = step(name, command, { counts });
  const result = results.at(-1);
  if (!existsSync(report)) return;
  const counted = count(JSON.parse(readFileSync(report, 'utf8')));
  Object.assign(result, counted, { failed: Math.max(counted.failed, fine ? 0 : 1) });
}

function ensureBrowser() {
  if (['/usr/bin/chromium', '/usr/bin/chromium-browser'].some((path) => existsSync(path))) return;
  const asRoot = process.getuid?.() === 0;
  if (asRoot && existsSync('/usr/bin/apt-get')) {
    process.stdout.write('Installing Debian’s Chromium …\n');
    const apt = (...parameters) => execFileSync('apt-get', parameters, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    apt('update', '-qq');
    apt('install', '-y', '-qq', 'chromium');
    return;
  }
  process.stdout.write('Installing Playwright’s Chromium …\n');
  execFileSync('node', ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], { stdio: 'inherit' });
}

const vitest = (report, ...parameters) => [...tool('vitest', 'vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...parameters];
const countVitest = (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests });

step('Content', [...tool('tsx', 'dist', 'cli.mjs'), 'scripts/content-check.ts']);
runner('Unit tests of the cores', vitest('test-results/cores.json', '--project', 'unit', 'app/kernel', 'app/ui', 'app/platform/http', 'app/identity/core', 'app/authoring/core'), {
  report: 'test-results/cores.json',
  count: countVitest,
});
const notYet = { counts: false };
step('Types', tool('typescript', 'bin', 'tsc', '--noEmit', '--project', '.'), notYet);
step('Lint', tool('eslint', 'bin', 'eslint.js', '.', '--max-warnings', '0'), notYet);
step('Import rules', tool('dependency-cruiser', 'bin', 'dependency-cruise.mjs', 'app', 'scripts', '--config', '.dependency-cruiser.js'), notYet);
runner('All unit, rules, database and model tests', vitest('test-results/vitest.json'), { report: 'test-results/vitest.json', count: countVitest, ...notYet });
if (withBrowser) {
  ensureBrowser();
  step('Build', tool('@remix-run/dev', 'dist', 'cli.js', 'vite:build', '--logLevel', 'warn'), notYet);
  runner('Browser tests', tool('@playwright', 'test', 'cli.js', 'test'), {
    report: 'test-results/browser.json',
    count: ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }),
    ...notYet,
  });
}

const sum = (field) => results.filter(({ counts }) => counts).reduce((total, result) => total + (result[field] ?? 0), 0);
process.stdout.write('\n');
for (const { name, counts, passed, failed, seconds } of results) {
  const mark = failed > 0 ? '✗' : '✓';
  process.stdout.write(`${mark} ${name}${counts ? '' : ' (does not count yet)'}: ${passed} ok, ${failed} not ok (${seconds.toFixed(0)} s)\n`);
}
const skipped = sum('skipped');
process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
process.exit(sum('failed') > 0 ? 1 : 0);
