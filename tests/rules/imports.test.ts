import { expect, test } from 'vitest';
import { projectFiles } from '../support/source-files';

const sources = projectFiles(/^app\/.*\.(ts|tsx)$/).filter(({ path }) => !/\.test\.tsx?$/.test(path));

test('only platform and scripts read the environment', () => {
  const readers = sources.filter(({ path, text }) => /process\.env/.test(text) && !path.startsWith('app/platform/') && !path.startsWith('app/boot/'));
  expect(readers.map(({ path }) => path)).toEqual([]);
});

test('nothing in the product asks whether it is being tested', () => {
  expect(sources.filter(({ text }) => /NODE_ENV['"\]]*\s*===\s*['"]test|import\.meta\.vitest/.test(text)).map(({ path }) => path)).toEqual([]);
});

test('only logical directions in class names: right-to-left comes free', () => {
  const physical = /className=(?:"[^"]*|\{`[^`]*)(?<![\w-])(?:-?m[lr]|p[lr]|left|right|text-left|text-right|border-[lr]|rounded-[lr]|rounded-[tb][lr]|float-left|float-right)-?(?:\d|\[|auto|px|full|"|`|\s)/;
  expect(sources.filter(({ path, text }) => path.endsWith('.tsx') && physical.test(text)).map(({ path }) => path)).toEqual([]);
});

test('style sheets use logical properties', () => {
  const physical = /^\s*(margin|padding|border)-(left|right)\b|^\s*(left|right|width|height|min-width|max-width):|text-align:\s*(left|right)/m;
  const sheets = projectFiles(/^app\/.*\.css$/).filter(({ text }) => physical.test(text));
  expect(sheets.map(({ path }) => path)).toEqual([]);
});

test('the log is the only one who speaks: no console in the product', () => {
  expect(sources.filter(({ path, text }) => /console\.\w+\(/.test(text) && !path.includes('/content-check')).map(({ path }) => path)).toEqual([]);
});
