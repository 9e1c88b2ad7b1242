import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, type Json } from './canonical-json';

const vectors = resolve('../shared/vectors/jcs');

describe.skipIf(!existsSync(vectors))("vectors of RFC 8785's author (left out where ../shared/vectors is missing)", () => {
  test.each(existsSync(vectors) ? readdirSync(join(vectors, 'input')) : [])('%s', (name) => {
    const input = JSON.parse(readFileSync(join(vectors, 'input', name), 'utf8')) as Json;
    expect(canonicalJson(input)).toBe(readFileSync(join(vectors, 'output', name), 'utf8'));
  });
});

test.each([
  ['undefined', undefined],
  ['a member that is undefined', { a: undefined }],
  ['a hole in a list', [1, , 2]],
  ['NaN', { a: [Number.NaN] }],
  ['infinity', -Infinity],
  ['a date', { at: new Date(0) }],
  ['a function', { f: () => 1 }],
  ['a big integer', 1n],
  ['a map', new Map()],
  ['half a surrogate pair', '\ud83d'],
])('%s is refused, not dropped', (_, value) => {
  expect(() => canonicalJson(value as Json)).toThrow();
});

test('writing, reading and writing again changes nothing, whatever the order of members', () => {
  const json = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>;
  fc.assert(fc.property(json, (value) => canonicalJson(JSON.parse(canonicalJson(value)) as Json) === canonicalJson(value)));
  expect(canonicalJson({ b: 1, a: 2 })).toBe(canonicalJson({ a: 2, b: 1 }));
});
