import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { hexToBytes } from '@noble/hashes/utils.js';
import { describe, expect, test } from 'vitest';
import { verifyEd25519 } from './ed25519';

const wycheproof = resolve('../shared/vectors/ed25519-wycheproof.json');

describe.skipIf(!existsSync(wycheproof))('Wycheproof (left out where ../shared/vectors is missing)', () => {
  test('all 151 Ed25519 cases are judged as published', () => {
    type Group = { publicKey: { pk: string }; tests: { tcId: number; msg: string; sig: string; result: string }[] };
    const { testGroups } = JSON.parse(readFileSync(wycheproof, 'utf8')) as { testGroups: Group[] };
    const cases = testGroups.flatMap((group) => group.tests.map((given) => ({ ...given, key: hexToBytes(group.publicKey.pk) })));
    const wrong = cases.filter(({ sig, msg, key, result }) => verifyEd25519(hexToBytes(sig), hexToBytes(msg), key) !== (result === 'valid'));
    expect(cases).toHaveLength(151);
    expect(wrong.map(({ tcId }) => tcId)).toEqual([]);
  });
});
