import { ed25519 } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { utf8 } from '~/kernel/bytes';
import { formatCheckpoint, openCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint';
import { decodeOpening, encodeOpening, entryOfOpening, type Opening } from './commitment';
import { formatInclusionFile, parseInclusionFile, verifyInclusionFile } from './inclusion-file';
import { sealEvent } from './ledger-event';
import { emptyRoot, inclusionProof, leafHash, treeRoot } from './merkle-tree';
import { ed25519Type, signNote, type NoteKey } from './signed-note';

const secret = new Uint8Array(32).fill(7);
const log: NoteKey = { name: 'localhost:3000/log', type: ed25519Type, publicKey: ed25519.getPublicKey(secret) };
const sign = (message: Uint8Array) => ed25519.sign(message, secret);

const opening: Opening = { salt: new Uint8Array(32).fill(9), record: { type: 'certificate-issued', credentialDigest: 'ab', issuedAt: '2026-01-01T00:00:00Z' } };
const entries = [...Array.from({ length: 11 }, (_, index) => utf8(`other ${index}`)), entryOfOpening(opening)];
const hashes = entries.map(leafHash);
const checkpoint = signCheckpoint({ origin: log.name, size: hashes.length, root: treeRoot(hashes) }, log, sign);
const file = { extra: encodeOpening(opening), index: 11, proof: inclusionProof(hashes, 11), checkpoint };

describe('checkpoints', () => {
  test('are three lines, and only one spelling of them is read', () => {
    const text = formatCheckpoint({ origin: log.name, size: 0, root: emptyRoot() });
    expect(text).toBe('localhost:3000/log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n');
    expect(parseCheckpoint(text)).toEqual({ origin: log.name, size: 0, root: emptyRoot() });
    for (const spoiled of [text.replace('\n0\n', '\n00\n'), text.replace('\n0\n', '\n-0\n'), `${text}more\n`, text.slice(0, -1), text.replace('FU=', 'FV='), text.replace('\n0\n', '\n9007199254740993\n')]) {
      expect(parseCheckpoint(spoiled)).toBeNull();
    }
  });

  test('of another log are refused even when our key signed them', () => {
    const foreign = signNote(formatCheckpoint({ origin: 'other.example/log', size: 1, root: emptyRoot() }), log, sign);
    expect(openCheckpoint(foreign, { log })).toEqual({ ok: false, refusal: 'checkpoint-of-another-log' });
  });

  test('that only a witness signed are refused', () => {
    const witness: NoteKey = { ...log, name: 'witness.example' };
    const note = signNote(formatCheckpoint({ origin: log.name, size: 1, root: emptyRoot() }), witness, sign);
    expect(openCheckpoint(note, { log, witnesses: [witness] })).toEqual({ ok: false, refusal: 'checkpoint-not-signed-by-log' });
  });
});

describe('inclusion files', () => {
  test('are read back as they were written', () => {
    expect(parseInclusionFile(formatInclusionFile(file))).toEqual({ ok: true, value: file });
    const bare = { index: 0, proof: [], checkpoint };
    expect(parseInclusionFile(formatInclusionFile(bare))).toEqual({ ok: true, value: bare });
  });

  test('prove the entry that their own opening rebuilds', () => {
    const parsed = parseInclusionFile(utf8(formatInclusionFile(file)));
    if (!parsed.ok || !parsed.value.extra) throw new Error('unreadable');
    const opened = decodeOpening(parsed.value.extra);
    if (!opened.ok) throw new Error(opened.refusal);
    expect(opened.value).toEqual(opening);
    expect(verifyInclusionFile({ file: parsed.value, entry: entryOfOpening(opened.value), log })).toMatchObject({ ok: true, value: { size: 12 } });
  });

  test('prove no other record, index or log', () => {
    const entry = entryOfOpening(opening);
    const changed = entryOfOpening({ ...opening, record: { ...opening.record, credentialDigest: 'cd' } });
    const other: NoteKey = { ...log, publicKey: ed25519.getPublicKey(new Uint8Array(32).fill(8)) };
    expect(verifyInclusionFile({ file, entry: changed, log })).toEqual({ ok: false, refusal: 'inclusion-proof-wrong' });
    expect(verifyInclusionFile({ file: { ...file, index: 10 }, entry, log })).toEqual({ ok: false, refusal: 'inclusion-proof-wrong' });
    expect(verifyInclusionFile({ file, entry, log: other })).toMatchObject({ ok: false, refusal: 'note-not-signed-by-known-key' });
  });

  test.each([
    ['another first line', (text: string) => text.replace('@v1', '@v2')],
    ['an index with a leading zero', (text: string) => text.replace('index 11', 'index 011')],
    ['a short hash', (text: string) => text.replace(/\n[^\n]{44}\n\n/, '\nAAAA\n\n')],
    ['no blank line', (text: string) => text.replaceAll('\n\n', '\n')],
    ['an extra that is not base 64', (text: string) => text.replace('extra ', 'extra !')],
  ])('%s is refused', (_, spoil) => {
    expect(parseInclusionFile(spoil(formatInclusionFile(file)))).toEqual({ ok: false, refusal: 'inclusion-file-malformed' });
  });

  test('no bytes make the parsers throw', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => (parseInclusionFile(bytes), decodeOpening(bytes), true)));
  });
});

describe('commitments', () => {
  test('the leaf shows commitment, type and version, nothing else', () => {
    const leaf = new TextDecoder().decode(entryOfOpening(opening));
    expect(leaf).toMatch(/^\{"c":"[\w-]{43}","t":"certificate-issued","v":1\}$/);
  });

  test('the same record under another salt is another leaf', () => {
    expect(entryOfOpening({ ...opening, salt: new Uint8Array(32) })).not.toEqual(entryOfOpening(opening));
    expect(() => entryOfOpening({ ...opening, salt: new Uint8Array(31) })).toThrow(RangeError);
  });

  test('an opening with spaces, a doubled name or another version is refused', () => {
    const text = new TextDecoder().decode(encodeOpening(opening));
    for (const spoiled of [text.replace('":', '": '), text.replace('{"record"', '{"v":1,"record"'), text.replace('"v":1', '"v":2'), '[]', 'null']) {
      expect(decodeOpening(utf8(spoiled))).toEqual({ ok: false, refusal: 'opening-malformed' });
    }
  });

  test('who, what and when are sealed inside the record and do not show in it', () => {
    const event = {
      type: 'certificate-issued' as const,
      record: { credentialDigest: 'ab', issuedAt: '2026-01-01T00:00:00Z' },
      evidence: { attemptId: 'att_1' },
      actor: { id: 'system' as const, role: 'system' as const },
      subjectId: 'crt_1',
      recordedAt: new Date(0),
    };
    const sealed = sealEvent(event, { record: new Uint8Array(32), evidence: new Uint8Array(32).fill(1) });
    expect(Object.keys(sealed.record).sort()).toEqual(['credentialDigest', 'evidence', 'issuedAt', 'type']);
    expect(sealed.evidence).toEqual({ attemptId: 'att_1', actorId: 'system', actorRole: 'system', subjectId: 'crt_1', recordedAt: '1970-01-01T00:00:00.000Z' });
    expect(JSON.stringify(sealed.record)).not.toContain('att_1');
  });
});
