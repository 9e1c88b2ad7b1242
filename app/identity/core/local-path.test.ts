import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localPath } from './local-path';

test.each(['/', '/courses/plastic-waste', '/certificates?lang=fr', '/verify/A-1/'])('%s is a place to go to', (path) => {
  expect(localPath(path)).toBe(path);
});

test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/ /evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  'javascript:alert(1)',
  'courses',
  '',
  '/login?next=/courses',
  '/logout',
  `/${'x'.repeat(1000)}`,
  undefined,
  7,
])('%s is not', (path) => expect(localPath(path)).toBeNull());

test('whatever is given, a browser stays on this site', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('/', '\\', '.', ':', '@', 'a', '?', '#', '%', '\t', '2', 'e') }), (text) => {
      const path = localPath(text);
      return path === null || new URL(path, 'https://bluepost.example').origin === 'https://bluepost.example';
    }),
  );
});
