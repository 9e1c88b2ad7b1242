import { afterEach, beforeEach, expect, vi } from 'vitest';

/** A `console.error` or `console.warn` fails the test, unless the test spies on it itself. */
beforeEach(() => {
  vi.spyOn(console, 'error');
  vi.spyOn(console, 'warn');
});

afterEach(() => {
  const said = [...vi.mocked(console.error).mock.calls, ...vi.mocked(console.warn).mock.calls];
  vi.restoreAllMocks();
  expect(said, 'the console stayed quiet').toEqual([]);
});
