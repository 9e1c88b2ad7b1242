import { foldSubtrees, completeSubtrees, type Hash, type LeafRange } from '../core/merkle-tree';
import { hashesOfTile, rootOfComplete, tileOfSubtree, tilePath, type TileName } from '../core/tile';
import { edgeTiles, type LogEdge } from '../core/tile-growth';
import { readTile } from './log-files.server';

/** The edge of a log of this size from its partial tiles; null when one of them is missing or torn. */
export async function readEdge(size: number): Promise<LogEdge | null> {
  const levels: Hash[][] = [];
  for (const name of edgeTiles(size)) {
    const hashes = await readHashes(name);
    if (!hashes) return null;
    while (levels.length < name.level) levels.push([]);
    levels[name.level] = hashes;
  }
  return { size, levels };
}

/**
 * The roots over ranges of leaves, as proofs name them, in a log of this size.
 * @throws Error when a tile is missing
 */
export async function readRangeRoots(ranges: readonly LeafRange[], size: number): Promise<Hash[]> {
  const tiles = new Map<string, Hash[]>();
  const roots: Hash[] = [];
  for (const range of ranges) {
    const parts: Hash[] = [];
    for (const subtree of completeSubtrees(range)) {
      const { tile, from, count } = tileOfSubtree(subtree, size);
      const path = tilePath(tile);
      const hashes = tiles.get(path) ?? (await readHashes(tile));
      if (!hashes) throw new Error(`The log has lost ${path}`);
      tiles.set(path, hashes);
      parts.push(rootOfComplete(hashes.slice(from, from + count)));
    }
    roots.push(foldSubtrees(parts));
  }
  return roots;
}

async function readHashes(name: TileName): Promise<Hash[] | null> {
  const bytes = await readTile(name);
  const hashes = bytes && hashesOfTile(bytes);
  return hashes?.length === name.width ? hashes : null;
}
