import fc from 'fast-check';
import { bytesToHex } from '@noble/hashes/utils.js';
import { expect, test } from 'vitest';
import { utf8 } from '~/kernel/bytes';
import { leafHash, treeRoot } from './merkle-tree';
import { hashesOfTile, tilePath, tilesGained } from './tile';
import { edgeTiles, emptyEdge, growLog, rootOfEdge, type LogEdge } from './tile-growth';

const leaves = Array.from({ length: 1300 }, (_, index) => leafHash(utf8(String(index))));

test('however the leaves arrive, the root is that of the tree and the tiles are those gained', () => {
  const steps = fc.array(fc.oneof(fc.nat({ max: 20 }), fc.nat({ max: 300 })), { maxLength: 6 });
  fc.assert(
    fc.property(steps, (counts) => {
      let edge: LogEdge = emptyEdge;
      for (const count of counts) {
        const { edge: grown, tiles } = growLog(edge, leaves.slice(edge.size, Math.min(leaves.length, edge.size + count)));
        const expected = tilesGained(edge.size, grown.size).filter((tile) => tile.kind === 'hashes');
        expect(tiles.map(({ name }) => tilePath(name)).sort()).toEqual(expected.map(tilePath).sort());
        expect(bytesToHex(rootOfEdge(grown))).toBe(bytesToHex(treeRoot(leaves.slice(0, grown.size))));
        edge = grown;
      }
    }),
    { numRuns: 15 },
  );
});

test('three levels of tiles grow right over their border', () => {
  const leaf = leafHash(utf8('the same everywhere'));
  const full = Array.from({ length: 65_535 }, () => leaf);
  const grown = growLog(growLog(emptyEdge, full).edge, [leaf, leaf]).edge;
  expect(grown.levels.map(({ length }) => length)).toEqual([1, 0, 1]);
  expect(bytesToHex(rootOfEdge(grown))).toBe(bytesToHex(treeRoot([...full, leaf, leaf])));
}, 120_000);

test('the edge can be read back from its partial tiles', () => {
  for (const size of [0, 1, 255, 256, 300, 1300]) {
    const { edge, tiles } = growLog(emptyEdge, leaves.slice(0, size));
    const content = new Map(tiles.map((tile) => [tilePath(tile.name), tile.content]));
    const levels: (readonly Uint8Array[])[] = edge.levels.map(() => []);
    for (const name of edgeTiles(size)) levels[name.level] = hashesOfTile(content.get(tilePath(name)) ?? new Uint8Array(1)) ?? [];
    expect(rootOfEdge({ size, levels })).toEqual(rootOfEdge(edge));
  }
});
