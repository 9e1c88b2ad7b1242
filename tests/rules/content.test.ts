import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { aContentFolder, type ContentChange, replacing } from '../support/a-content-folder';

/** The check as an author runs it: exit code, faults on standard error. */
async function check(...folder: string[]): Promise<{ readonly code: number; readonly faults: string }> {
  const run = promisify(execFile)(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'scripts/content-check.ts', ...folder]);
  return run.then(
    ({ stderr }) => ({ code: 0, faults: stderr }),
    (error: { code: number; stderr: string }) => ({ code: error.code, faults: error.stderr }),
  );
}

const balanced: ContentChange = (files) => {
  // The small course has its keys at one place; its first four questions of each outcome move theirs.
  for (const [file, key] of [['seals-01', 'a'], ['seals-02', 'a'], ['seals-03', 'c'], ['seals-04', 'c'], ['papers-01', 'a'], ['papers-02', 'a'], ['papers-03', 'c'], ['papers-04', 'c']] as const) {
    const path = `items/seals/st-e-${file}.yaml`;
    replacing(path, 'key:\n  - b', `key:\n  - ${key}`)(files);
    replacing(path, `\n  ${key}: `, '\n  b: ')(files);
    replacing(path, `response:\n      - b\n`, `response:\n      - ${key}\n`)(files);
    if (key === 'a') replacing(path, 'response:\n      - a\n    points: 0', 'response:\n      - b\n    points: 0')(files);
  }
};

describe('npm run content:check', () => {
  test('finds no fault in what Bluepost teaches and asks', async () => {
    expect(await check()).toEqual({ code: 0, faults: '' });
  }, 120_000);

  test('finds no fault in a clean folder', async () => {
    expect(await check(aContentFolder(balanced))).toEqual({ code: 0, faults: '' });
  }, 120_000);

  test('names every fault by file and line, and exits with 1', async () => {
    const exam = 'items/seals/st-e-papers-05.yaml';
    const folder = aContentFolder(balanced, replacing(exam, 'points: 0', 'points: 6'), replacing('courses/seals/modules/01-reading/lessons/02-second.fr.md', 'Comparez', ':comparer[x]'), (files) => files.delete('items/seals/st-e-papers-06.yaml'));
    const { code, faults } = await check(folder);
    expect(code).toBe(1);
    const lines = faults.trim().split('\n').map((line) => line.replace(`${folder}/`, ''));
    expect(lines).toContain('courses/seals/modules/01-reading/lessons/02-second.fr.md:6: :comparer is no directive; write \\: for a colon before a letter');
    expect(lines).toContain('items/seals:1: the assessment seals draws on st.papers, which has 5 exam items: at least 6');
    expect(lines.filter((line) => line.startsWith(exam)).map((line) => line.replace(/:\d+:/, ':'))).toEqual([`${exam}: [a] earns 0 points, and not 6 (acts too early)`]);
  }, 120_000);
});
