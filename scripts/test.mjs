/**
 * `npm test`: from a fresh clone, everything that must hold. `npm run check` (--no-browser) is the same without the browser tests.
 * Ends with `N passed, N failed`; the exit code is 0 only when nothing failed.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, generate, install } from './start.mjs';

const withBrowser = !process.argv.includes('--no-browser');
const results = [];

install();
generate();
mkdirSync('test-results', { recursive: true });

const tool = (...path) => ['node', join('node_modules', ...path)];

/** A step without tests of its own counts as one. */
function step(name, [command, ...parameters]) {
  process.stdout.write(`\n── ${name}\n`);
  const begun = performance.now();
  const { status } = spawnSync(command, parameters, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, NODE_ENV: undefined } });
  results.push({ name, passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, seconds: (performance.now() - begun) / 1000 });
  return status === 0;
}

/** A test runner's own report is counted; a runner that died without one counts as a failure. */
function runner(name, command, { report, count }) {
  rmSync(report, { force: true });
  const fine = step(name, command);
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

step('Types', tool('typescript', 'bin', 'tsc', '--noEmit', '--project', '.'));
step('Lint', tool('eslint', 'bin', 'eslint.js', '.', '--max-warnings', '0'));
step('Import rules', tool('dependency-cruiser', 'bin', 'dependency-cruise.mjs', 'app', 'scripts', '--config', '.dependency-cruiser.js'));
step('Content', [...tool('tsx', 'dist', 'cli.mjs'), 'scripts/content-check.ts']);
runner('Unit, rules, database and model tests', [...tool('vitest', 'vitest.mjs'), 'run', '--reporter=default', '--reporter=json', '--outputFile.json=test-results/vitest.json'], {
  report: 'test-results/vitest.json',
  count: (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests }),
});
if (withBrowser) {
  build();
  ensureBrowser();
  runner('Browser tests', tool('@playwright', 'test', 'cli.js', 'test').concat(process.env['BLUEPOST_SPEC'] ?? []), {
    report: 'test-results/browser.json',
    count: ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }),
  });
}

const sum = (field) => results.reduce((total, result) => total + (result[field] ?? 0), 0);
process.stdout.write('\n');
for (const { name, passed, failed, seconds } of results) {
  process.stdout.write(`${failed > 0 ? '✗' : '✓'} ${name}: ${passed} passed, ${failed} failed (${seconds.toFixed(0)} s)\n`);
}
const skipped = sum('skipped');
process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
process.exit(sum('failed') > 0 ? 1 : 0);
