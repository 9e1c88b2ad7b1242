import { sha256Of, sameBytes } from '~/kernel/bytes';

/**
 * The Merkle tree of RFC 6962 section 2.1 (SHA-256), with the proof algorithms of RFC 9162 sections 2.1.3 and 2.1.4.
 * Sizes and indexes are safe integers; anything else is refused, never rounded.
 */
export type Hash = Uint8Array;

/** Leaves `begin` up to but without `end`. */
export type LeafRange = { readonly begin: number; readonly end: number };

/** The complete subtree over leaves `index · 2^level` up to but without `(index + 1) · 2^level`. */
export type Subtree = { readonly level: number; readonly index: number };

const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

export function leafHash(entry: Uint8Array): Hash {
  return sha256Of(leafPrefix, entry);
}

export function nodeHash(left: Hash, right: Hash): Hash {
  return sha256Of(nodePrefix, left, right);
}

/** The root of a tree without leaves: SHA-256 of nothing. */
export function emptyRoot(): Hash {
  return sha256Of();
}

/** The root over these leaf hashes. */
export function treeRoot(leafHashes: readonly Hash[]): Hash {
  if (leafHashes.length === 0) return emptyRoot();
  let row = leafHashes;
  while (row.length > 1) row = rowAbove(row);
  return row[0] as Hash;
}

/** The sibling hashes from the leaf up to the root (RFC 9162 section 2.1.3.1). */
export function inclusionProof(leafHashes: readonly Hash[], index: number): Hash[] {
  return inclusionRanges(index, leafHashes.length).map(({ begin, end }) => treeRoot(leafHashes.slice(begin, end)));
}

/** Proof that the tree over the first `oldSize` leaves is the beginning of this tree (RFC 9162 section 2.1.4.1). */
export function consistencyProof(leafHashes: readonly Hash[], oldSize: number): Hash[] {
  return consistencyRanges(oldSize, leafHashes.length).map(({ begin, end }) => treeRoot(leafHashes.slice(begin, end)));
}

/** The leaf ranges whose roots make up the inclusion proof, so that it can be read from tiles. */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  if (!isCount(index) || !isCount(size) || index >= size) throw new RangeError(`No leaf ${index} in a tree of ${size}`);
  const ranges: LeafRange[] = [];
  let begin = 0;
  let end = size;
  while (end - begin > 1) {
    const middle = begin + largestPowerOfTwoBelow(end - begin);
    if (index < middle) {
      ranges.push({ begin: middle, end });
      end = middle;
    } else {
      ranges.push({ begin, end: middle });
      begin = middle;
    }
  }
  return ranges.reverse();
}

/** The leaf ranges whose roots make up the consistency proof. Empty when the old tree is empty or the same. */
export function consistencyRanges(oldSize: number, newSize: number): LeafRange[] {
  if (!isCount(oldSize) || !isCount(newSize) || oldSize > newSize) {
    throw new RangeError(`No consistency from ${oldSize} to ${newSize}`);
  }
  if (oldSize === 0 || oldSize === newSize) return [];
  const ranges: LeafRange[] = [];
  let begin = 0;
  let end = newSize;
  while (oldSize !== end) {
    const middle = begin + largestPowerOfTwoBelow(end - begin);
    if (oldSize <= middle) {
      ranges.push({ begin: middle, end });
      end = middle;
    } else {
      ranges.push({ begin, end: middle });
      begin = middle;
    }
  }
  // The old root itself is known to the verifier; only a piece of it has to be told.
  if (begin > 0) ranges.push({ begin, end });
  return ranges.reverse();
}

/** Splits a range as proofs use them into complete subtrees, largest first. `foldSubtrees` of their hashes is its root. */
export function completeSubtrees({ begin, end }: LeafRange): Subtree[] {
  const subtrees: Subtree[] = [];
  for (let at = begin; at < end; ) {
    const width = largestPowerOfTwoUpTo(end - at);
    if (at % width !== 0) throw new RangeError(`Leaves ${begin} to ${end} are not one side of a tree`);
    subtrees.push({ level: Math.log2(width), index: at / width });
    at += width;
  }
  return subtrees;
}

/** The root over neighbouring complete subtrees, largest first. */
export function foldSubtrees(hashes: readonly Hash[]): Hash {
  if (hashes.length === 0) return emptyRoot();
  return hashes.reduceRight((right, left) => nodeHash(left, right));
}

/** Whether `proof` binds the leaf hash at `index` to the root of the tree of `size` leaves (RFC 9162 section 2.1.3.2). */
export function verifyInclusion(claim: {
  readonly leafHash: Hash;
  readonly index: number;
  readonly size: number;
  readonly proof: readonly Hash[];
  readonly root: Hash;
}): boolean {
  const { index, size, proof } = claim;
  if (!isCount(index) || !isCount(size) || index >= size || !allHashes([claim.leafHash, claim.root, ...proof])) return false;
  let at = index;
  let last = size - 1;
  let hash = claim.leafHash;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(sibling, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && sameBytes(hash, claim.root);
}

/**
 * Whether `proof` shows that the old tree is the beginning of the new one (RFC 9162 section 2.1.4.2).
 * An empty old tree is refused, as in the RFC: everything begins with nothing, so there would be nothing to show.
 */
export function verifyConsistency(claim: {
  readonly oldSize: number;
  readonly newSize: number;
  readonly oldRoot: Hash;
  readonly newRoot: Hash;
  readonly proof: readonly Hash[];
}): boolean {
  const { oldSize, newSize, oldRoot, newRoot, proof } = claim;
  if (!isCount(oldSize) || !isCount(newSize) || oldSize === 0 || oldSize > newSize) return false;
  if (oldSize === newSize) return proof.length === 0 && sameBytes(oldRoot, newRoot);
  if (!allHashes([oldRoot, newRoot, ...proof])) return false;
  const roots = rootsFromConsistencyProof(oldSize, newSize, isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : proof);
  return roots !== null && sameBytes(roots.old, oldRoot) && sameBytes(roots.new, newRoot);
}

function rootsFromConsistencyProof(oldSize: number, newSize: number, path: readonly Hash[]): { old: Hash; new: Hash } | null {
  const [seed, ...rest] = path;
  if (!seed) return null;
  let at = oldSize - 1;
  let last = newSize - 1;
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  let old = seed;
  let grown = seed;
  for (const hash of rest) {
    if (last === 0) return null;
    if (at % 2 === 1 || at === last) {
      old = nodeHash(hash, old);
      grown = nodeHash(hash, grown);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      grown = nodeHash(grown, hash);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 ? { old, new: grown } : null;
}

function rowAbove(row: readonly Hash[]): Hash[] {
  const above: Hash[] = [];
  for (let index = 0; index < row.length; index += 2) {
    const left = row[index] as Hash;
    const right = row[index + 1];
    above.push(right ? nodeHash(left, right) : left);
  }
  return above;
}

/** The largest power of two smaller than `size`, for sizes above one: where RFC 6962 splits a tree. */
function largestPowerOfTwoBelow(size: number): number {
  return largestPowerOfTwoUpTo(size - 1);
}

function largestPowerOfTwoUpTo(count: number): number {
  let power = 1;
  while (power * 2 <= count) power *= 2;
  return power;
}

function isPowerOfTwo(count: number): boolean {
  return largestPowerOfTwoUpTo(count) === count;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function half(value: number): number {
  return Math.floor(value / 2);
}

function allHashes(hashes: readonly Uint8Array[]): boolean {
  return hashes.every((hash) => hash.length === 32);
}
