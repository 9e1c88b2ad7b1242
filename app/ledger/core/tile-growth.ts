import { concatBytes } from '@noble/hashes/utils.js';
import { completeSubtrees, foldSubtrees, type Hash } from './merkle-tree';
import { countAtLevel, rootOfComplete, tileWidth, type TileName } from './tile';

/**
 * What has to be known of a log to make it grow: for each level of tiles the hashes of its last, partial tile. Together
 * they hold the root, in a few hundred hashes at most, whatever the size.
 */
export type LogEdge = { readonly size: number; readonly levels: readonly (readonly Hash[])[] };

export type WrittenTile = { readonly name: TileName & { readonly kind: 'hashes' }; readonly content: Uint8Array };

export const emptyEdge: LogEdge = { size: 0, levels: [] };

/** The partial tiles that make up the edge of a log of this size, from the leaves up. Levels with none are left out. */
export function edgeTiles(size: number): (TileName & { kind: 'hashes' })[] {
  const tiles: (TileName & { kind: 'hashes' })[] = [];
  for (let level = 0; countAtLevel(size, level) > 0; level += 1) {
    const count = countAtLevel(size, level);
    if (count % tileWidth > 0) tiles.push({ kind: 'hashes', level, index: Math.floor(count / tileWidth), width: count % tileWidth });
  }
  return tiles;
}

/** The root of the whole log. */
export function rootOfEdge({ levels }: LogEdge): Hash {
  return foldSubtrees([...levels].reverse().flatMap(peaksOf));
}

/** The log after these leaves, and every tile that it gains by them: `tilesGained` with content. */
export function growLog(edge: LogEdge, leafHashes: readonly Hash[]): { edge: LogEdge; tiles: WrittenTile[] } {
  const tiles: WrittenTile[] = [];
  const levels: (readonly Hash[])[] = [];
  let gained: readonly Hash[] = leafHashes;
  for (let level = 0; gained.length > 0 || level < edge.levels.length; level += 1) {
    const before = edge.levels[level] ?? [];
    const hashes = [...before, ...gained];
    const firstTile = Math.floor(countAtLevel(edge.size, level) / tileWidth);
    const completed: Hash[] = [];
    let at = 0;
    for (; at + tileWidth <= hashes.length; at += tileWidth) {
      const tile = hashes.slice(at, at + tileWidth);
      tiles.push(written(level, firstTile + at / tileWidth, tile));
      completed.push(rootOfComplete(tile));
    }
    const rest = hashes.slice(at);
    if (rest.length > 0 && gained.length > 0) tiles.push(written(level, firstTile + at / tileWidth, rest));
    levels.push(rest);
    gained = completed;
  }
  return { edge: { size: edge.size + leafHashes.length, levels }, tiles };
}

/** Roots of the complete subtrees over these neighbouring hashes, largest first. */
function peaksOf(hashes: readonly Hash[]): Hash[] {
  return completeSubtrees({ begin: 0, end: hashes.length }).map(({ level, index }) => {
    const width = 2 ** level;
    return rootOfComplete(hashes.slice(index * width, (index + 1) * width));
  });
}

function written(level: number, index: number, hashes: readonly Hash[]): WrittenTile {
  return { name: { kind: 'hashes', level, index, width: hashes.length }, content: concatBytes(...hashes) };
}
