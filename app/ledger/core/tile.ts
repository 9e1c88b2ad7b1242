import { concatBytes } from '@noble/hashes/utils.js';
import { nodeHash, type Hash, type Subtree } from './merkle-tree';

/** Tiles of C2SP tlog-tiles: a log as a finite set of static files. */
export const tileWidth = 256;
export const hashLength = 32;
const levelsPerTile = 8;

/** One file: hashes of a level of the tree, or the entries under a tile of level 0. `width` below 256 is a partial tile. */
export type TileName =
  | { readonly kind: 'hashes'; readonly level: number; readonly index: number; readonly width: number }
  | { readonly kind: 'entries'; readonly index: number; readonly width: number };

/** `tile/0/x001/x234/067`, `tile/entries/000.p/5`: section "Merkle Tree" of tlog-tiles. */
export function tilePath(tile: TileName): string {
  const folder = tile.kind === 'entries' ? 'entries' : String(tile.level);
  const suffix = tile.width === tileWidth ? '' : `.p/${tile.width}`;
  return `tile/${folder}/${groupsOfThree(tile.index)}${suffix}`;
}

const pathPattern = /^tile\/(entries|0|[1-9]\d?)\/((?:x\d{3}\/)*)(\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** The tile of a path as `tilePath` writes it, or null. Exactly one path names a tile. */
export function parseTilePath(path: string): TileName | null {
  const match = path.length <= 64 ? pathPattern.exec(path) : null;
  if (!match) return null;
  const [, folder = '', upper = '', lowest = '', partial] = match;
  const index = Number(upper.replaceAll(/[x/]/g, '') + lowest);
  const width = partial === undefined ? tileWidth : Number(partial);
  const tile: TileName =
    folder === 'entries' ? { kind: 'entries', index, width } : { kind: 'hashes', level: Number(folder), index, width };
  const inRange = Number.isSafeInteger(index) && (partial === undefined || width < tileWidth) && Number(folder === 'entries' ? 0 : folder) < 64;
  return inRange && tilePath(tile) === path ? tile : null;
}

/** The files that a log growing from `oldSize` to `newSize` has to gain, entries first, then hashes from the leaves up. */
export function tilesGained(oldSize: number, newSize: number): TileName[] {
  if (newSize <= oldSize) return [];
  const names: TileName[] = widthsGained(oldSize, newSize).map((part) => ({ kind: 'entries', ...part }));
  for (let level = 0; countAtLevel(newSize, level) > 0; level += 1) {
    const parts = widthsGained(countAtLevel(oldSize, level), countAtLevel(newSize, level));
    names.push(...parts.map((part) => ({ kind: 'hashes' as const, level, ...part })));
  }
  return names;
}

/** How many hashes level `level` of the tiles holds in a tree of `size` leaves: floor(size / 256^level). */
export function countAtLevel(size: number, level: number): number {
  return Math.floor(size / tileWidth ** level);
}

/** Where a complete subtree is found in a log of `size` leaves: the tile, and which of its hashes are folded into the root. */
export function tileOfSubtree(subtree: Subtree, size: number): { tile: TileName & { kind: 'hashes' }; from: number; count: number } {
  const level = Math.floor(subtree.level / levelsPerTile);
  const count = 2 ** (subtree.level % levelsPerTile);
  const first = subtree.index * count;
  const index = Math.floor(first / tileWidth);
  const width = Math.min(tileWidth, countAtLevel(size, level) - index * tileWidth);
  const from = first % tileWidth;
  if (from + count > width) throw new RangeError(`A log of ${size} leaves does not hold subtree ${subtree.index} of level ${subtree.level}`);
  return { tile: { kind: 'hashes', level, index, width }, from, count };
}

/** The hashes of a tile; null when the bytes are not a whole number of hashes. */
export function hashesOfTile(bytes: Uint8Array): Hash[] | null {
  if (bytes.length % hashLength !== 0) return null;
  return Array.from({ length: bytes.length / hashLength }, (_, index) => bytes.slice(index * hashLength, (index + 1) * hashLength));
}

/** The root over a power of two of neighbouring hashes. */
export function rootOfComplete(hashes: readonly Hash[]): Hash {
  let row = hashes;
  while (row.length > 1) {
    row = Array.from({ length: row.length / 2 }, (_, index) => nodeHash(row[2 * index] as Hash, row[2 * index + 1] as Hash));
  }
  return row[0] as Hash;
}

/** An entry bundle: each entry behind its length as a big-endian uint16 (section "Log entries"). */
export function encodeEntryBundle(entries: readonly Uint8Array[]): Uint8Array {
  return concatBytes(...entries.flatMap((entry) => [uint16(entry.length), entry]));
}

/** The entries of a bundle; null when the bytes end inside one. */
export function decodeEntryBundle(bytes: Uint8Array): Uint8Array[] | null {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    const [high, low] = [bytes[at], bytes[at + 1]];
    if (high === undefined || low === undefined) return null;
    const end = at + 2 + high * 256 + low;
    if (end > bytes.length) return null;
    entries.push(bytes.slice(at + 2, end));
    at = end;
  }
  return entries;
}

function widthsGained(oldCount: number, newCount: number): { index: number; width: number }[] {
  const parts: { index: number; width: number }[] = [];
  if (newCount === oldCount) return parts;
  for (let index = Math.floor(oldCount / tileWidth); index * tileWidth < newCount; index += 1) {
    parts.push({ index, width: Math.min(tileWidth, newCount - index * tileWidth) });
  }
  return parts;
}

function groupsOfThree(index: number): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  return groups.map((group, at) => (at === groups.length - 1 ? group : `x${group}`)).join('/');
}

function uint16(value: number): Uint8Array {
  if (value > 0xffff) throw new RangeError(`An entry of ${value} bytes does not fit a bundle`);
  return Uint8Array.of(value >> 8, value & 0xff);
}
