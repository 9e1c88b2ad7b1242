import { expect, test } from 'vitest';
import { projectFiles } from '../support/source-files';

/** Files that may be longer than 250 lines, each with its reason. An entry that is no longer needed fails. */
const longer: Record<string, string> = {};

const routeLines = 120;
/** Routes that may be longer than 120 lines, each with its reason. */
const longerRoutes: Record<string, string> = {};

const sources = projectFiles(/^(app|scripts)\/.*\.(ts|tsx|mjs)$/).filter(({ path }) => !/\.test\.tsx?$/.test(path));
const linesOf = (text: string) => text.trimEnd().split('\n').length;

test('a source file is at most 250 lines, or has a written reason', () => {
  const over = sources.filter(({ text }) => linesOf(text) > 250).map(({ path }) => path);
  expect(over.sort()).toEqual(Object.keys(longer).sort());
});

test('no source file is over 400 lines', () => {
  expect(sources.filter(({ text }) => linesOf(text) > 400).map(({ path }) => path)).toEqual([]);
});

test('a route file is at most 120 lines, or has a written reason', () => {
  const over = sources.filter(({ path, text }) => path.startsWith('app/routes/') && linesOf(text) > routeLines).map(({ path }) => path);
  expect(over.sort()).toEqual(Object.keys(longerRoutes).sort());
});

test('no folder or file is a drawer', () => {
  const drawers = /(^|\/)(utils?|helpers?|common|lib|misc|services?|managers?|v2)(\/|\.)/;
  expect(sources.filter(({ path }) => drawers.test(path)).map(({ path }) => path)).toEqual([]);
});

test('nothing only re-exports', () => {
  expect(sources.filter(({ path, text }) => path.startsWith('app/') && /^export \* from/m.test(text)).map(({ path }) => path)).toEqual([]);
});
