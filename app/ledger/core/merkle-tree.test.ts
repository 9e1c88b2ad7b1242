import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { base64 } from '@scure/base';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { utf8 } from '~/kernel/bytes';
import {
  completeSubtrees,
  consistencyProof,
  consistencyRanges,
  emptyRoot,
  foldSubtrees,
  inclusionProof,
  inclusionRanges,
  leafHash,
  nodeHash,
  treeRoot,
  verifyConsistency,
  verifyInclusion,
  type Hash,
} from './merkle-tree';

const vectors = resolve('../shared/vectors/merkle');
const leaves = (count: number): Hash[] => Array.from({ length: count }, (_, index) => leafHash(utf8(`entry ${index}`)));

/** RFC 6962 section 2.1, written down as it stands there. */
function rootByDefinition(hashes: readonly Hash[]): Hash {
  if (hashes.length === 0) return emptyRoot();
  if (hashes.length === 1) return hashes[0] as Hash;
  const split = 2 ** Math.ceil(Math.log2(hashes.length) - 1);
  return nodeHash(rootByDefinition(hashes.slice(0, split)), rootByDefinition(hashes.slice(split)));
}

describe('trees', () => {
  test('the root is the one of the definition, for every size up to 40', () => {
    const all = leaves(40);
    for (let size = 0; size <= 40; size += 1) expect(treeRoot(all.slice(0, size))).toEqual(rootByDefinition(all.slice(0, size)));
  });

  test('every leaf of a tree has a proof that holds, and that holds for no other leaf, size or root', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(), fc.nat(), (size, pick, other) => {
        const hashes = leaves(size);
        const index = pick % size;
        const claim = { leafHash: hashes[index] as Hash, index, size, proof: inclusionProof(hashes, index), root: treeRoot(hashes) };
        expect(verifyInclusion(claim)).toBe(true);
        const wrongIndex = other % size;
        if (wrongIndex !== index) expect(verifyInclusion({ ...claim, index: wrongIndex })).toBe(false);
        expect(verifyInclusion({ ...claim, leafHash: leafHash(utf8('another')) })).toBe(false);
        expect(verifyInclusion({ ...claim, proof: [...claim.proof, emptyRoot()] })).toBe(false);
        expect(verifyInclusion({ ...claim, root: emptyRoot() })).toBe(false);
      }),
      { numRuns: 25 },
    );
  });

  test('every earlier tree is provably the beginning of every later one, and no changed tree is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(), (newSize, pick) => {
        const hashes = leaves(newSize);
        const oldSize = 1 + (pick % newSize);
        const changed = [leafHash(utf8('rewritten')), ...hashes.slice(1, oldSize)];
        const claim = { oldSize, newSize, newRoot: treeRoot(hashes), proof: consistencyProof(hashes, oldSize) };
        expect(verifyConsistency({ ...claim, oldRoot: treeRoot(hashes.slice(0, oldSize)) })).toBe(true);
        expect(verifyConsistency({ ...claim, oldRoot: treeRoot(changed) })).toBe(false);
      }),
      { numRuns: 25 },
    );
  });

  test('a proof put together from complete subtrees is the proof put together from leaves', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(), (size, pick) => {
        const hashes = leaves(size);
        const fromSubtrees = (ranges: readonly { begin: number; end: number }[]) =>
          ranges.map((range) =>
            foldSubtrees(completeSubtrees(range).map(({ level, index }) => treeRoot(hashes.slice(index * 2 ** level, (index + 1) * 2 ** level)))),
          );
        expect(fromSubtrees(inclusionRanges(pick % size, size))).toEqual(inclusionProof(hashes, pick % size));
        expect(fromSubtrees(consistencyRanges(pick % size, size))).toEqual(consistencyProof(hashes, pick % size));
      }),
      { numRuns: 20 },
    );
  });

  test('sizes that a number cannot hold exactly are refused', () => {
    const hash = emptyRoot();
    expect(verifyInclusion({ leafHash: hash, index: 2 ** 53, size: 2 ** 53 + 2, proof: [], root: hash })).toBe(false);
    expect(verifyConsistency({ oldSize: 2 ** 53, newSize: 2 ** 53, oldRoot: hash, newRoot: hash, proof: [] })).toBe(false);
    expect(verifyInclusion({ leafHash: hash, index: 0.5, size: 1, proof: [], root: hash })).toBe(false);
  });
});

describe.skipIf(!existsSync(vectors))('vectors of transparency-dev/merkle (left out where ../shared/vectors is missing)', () => {
  type InclusionCase = { leafIdx: number; treeSize: number; root: string; leafHash: string; proof: string[] | null; wantErr: boolean };
  type ConsistencyCase = { size1: number; size2: number; root1: string; root2: string; proof: string[] | null; wantErr: boolean };
  const files = (kind: string) =>
    readdirSync(join(vectors, kind), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  const load = <Case>(kind: string, name: string) => JSON.parse(readFileSync(join(vectors, kind, name), 'utf8')) as Case;
  const hashes = (encoded: string[] | null) => (encoded ?? []).map((text) => base64.decode(text));

  test.each(files('inclusion'))('inclusion %s', (name) => {
    const given = load<InclusionCase>('inclusion', name);
    const [root, leaf] = [base64.decode(given.root), base64.decode(given.leafHash)] as const;
    const held = verifyInclusion({ leafHash: leaf, index: given.leafIdx, size: given.treeSize, proof: hashes(given.proof), root });
    expect(held).toBe(!given.wantErr);
  });

  test.each(files('consistency'))('consistency %s', (name) => {
    const given = load<ConsistencyCase>('consistency', name);
    const [oldRoot, newRoot] = [base64.decode(given.root1), base64.decode(given.root2)] as const;
    const held = verifyConsistency({ oldSize: given.size1, newSize: given.size2, oldRoot, newRoot, proof: hashes(given.proof) });
    expect(held).toBe(!given.wantErr);
  });

  test('all of them were found', () => {
    expect(files('inclusion').length + files('consistency').length).toBe(196);
  });
});
