import fc from 'fast-check';
import { concatBytes } from '@noble/hashes/utils.js';
import { expect, test } from 'vitest';
import { utf8 } from '~/kernel/bytes';
import { completeSubtrees, foldSubtrees, leafHash, treeRoot } from './merkle-tree';
import {
  countAtLevel,
  decodeEntryBundle,
  encodeEntryBundle,
  hashesOfTile,
  parseTilePath,
  rootOfComplete,
  tileOfSubtree,
  tilePath,
  tilesGained,
  tileWidth,
  type TileName,
} from './tile';

const leaves = Array.from({ length: 1300 }, (_, index) => leafHash(utf8(String(index))));

/** Tiles as the specification defines them: hash i of tile n at level l is the root over 256^l leaves. */
function contentOf(tile: TileName & { kind: 'hashes' }): Uint8Array {
  const span = tileWidth ** tile.level;
  const first = tile.index * tileWidth;
  return concatBytes(...Array.from({ length: tile.width }, (_, at) => treeRoot(leaves.slice((first + at) * span, (first + at + 1) * span))));
}

test('the paths are those of the specification', () => {
  expect(tilePath({ kind: 'hashes', level: 0, index: 1234067, width: 256 })).toBe('tile/0/x001/x234/067');
  expect(tilePath({ kind: 'hashes', level: 2, index: 0, width: 1 })).toBe('tile/2/000.p/1');
  expect(tilePath({ kind: 'entries', index: 273, width: 112 })).toBe('tile/entries/273.p/112');
  expect(tilePath({ kind: 'entries', index: 1000, width: 256 })).toBe('tile/entries/x001/000');
});

test('a path names one tile and a tile has one path', () => {
  fc.assert(
    fc.property(fc.nat({ max: 63 }), fc.maxSafeNat(), fc.integer({ min: 1, max: 256 }), fc.boolean(), (level, index, width, bundle) => {
      const tile: TileName = bundle ? { kind: 'entries', index, width } : { kind: 'hashes', level, index, width };
      expect(parseTilePath(tilePath(tile))).toEqual(tile);
    }),
  );
});

test.each([
  'tile/00/000', 'tile/64/000', 'tile/0/00', 'tile/0/0000', 'tile/0/x000/000', 'tile/0/001/000', 'tile/0/000.p/0', 'tile/0/000.p/256',
  'tile/0/000.p/01', 'tile/-1/000', 'tile/0/../../keys', 'tile/0/000/', '/tile/0/000', 'tile/0/000\n', 'tile/data/000', 'tile/0/x999/x999/x999/x999/x999/999',
])('the path %j names nothing', (path) => {
  expect(parseTilePath(path)).toBeNull();
});

test('a log of 70,000 leaves consists of the tiles that the specification counts', () => {
  const tiles = tilesGained(0, 70_000).filter((tile) => tile.kind === 'hashes');
  const count = (level: number, partial: boolean) => tiles.filter((tile) => tile.level === level && tile.width < 256 === partial).length;
  expect([count(0, false), count(0, true), count(1, false), count(1, true), count(2, true)]).toEqual([273, 1, 1, 1, 1]);
  expect(tiles.filter((tile) => tile.width < 256).map(tilePath)).toEqual(['tile/0/273.p/112', 'tile/1/001.p/17', 'tile/2/000.p/1']);
});

test('a log that grows in any two steps gains the tiles of its final size', () => {
  fc.assert(
    fc.property(fc.nat({ max: 70_000 }), fc.nat({ max: 70_000 }), (a, b) => {
      const [small, large] = a < b ? [a, b] : [b, a];
      const gained = new Set([...tilesGained(0, small), ...tilesGained(small, large)].map(tilePath));
      expect(tilesGained(0, large).map(tilePath).filter((path) => !gained.has(path))).toEqual([]);
      expect(tilesGained(large, large)).toEqual([]);
    }),
    { numRuns: 20 },
  );
});

test('every root can be computed from tiles alone', () => {
  for (const size of [1, 2, 255, 256, 257, 511, 512, 513, 1300]) {
    const hashes = completeSubtrees({ begin: 0, end: size }).map((subtree) => {
      const { tile, from, count } = tileOfSubtree(subtree, size);
      return rootOfComplete((hashesOfTile(contentOf(tile)) ?? []).slice(from, from + count));
    });
    expect(foldSubtrees(hashes)).toEqual(treeRoot(leaves.slice(0, size)));
  }
});

test('a subtree that the log does not hold yet is an error, not a wrong hash', () => {
  expect(() => tileOfSubtree({ level: 8, index: 1 }, 300)).toThrow(RangeError);
  expect(countAtLevel(70_000, 1)).toBe(273);
});

test('entry bundles give back their entries, and a torn bundle gives nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 20 }), (entries) => {
      const bundle = encodeEntryBundle(entries);
      expect(decodeEntryBundle(bundle)).toEqual(entries.map((entry) => new Uint8Array(entry)));
    }),
  );
  expect(decodeEntryBundle(Uint8Array.of(0, 5, 1, 2))).toBeNull();
  expect(decodeEntryBundle(Uint8Array.of(0))).toBeNull();
  expect(() => encodeEntryBundle([new Uint8Array(65_536)])).toThrow(RangeError);
  expect(hashesOfTile(new Uint8Array(33))).toBeNull();
});
