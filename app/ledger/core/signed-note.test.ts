import { ed25519 } from '@noble/curves/ed25519.js';
import { concatBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cosignatureMessage,
  cosignatureType,
  ed25519Type,
  formatNote,
  formatVerifierKey,
  noteKeyId,
  parseNote,
  parseVerifierKey,
  signNote,
  verifyNote,
  type NoteKey,
} from './signed-note';

const vkey = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const example =
  'This is an example message.\n\n\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';

function keyPair(name: string, seed: number, type = ed25519Type): { key: NoteKey; sign: (message: Uint8Array) => Uint8Array } {
  const secret = new Uint8Array(32).fill(seed);
  return { key: { name, type, publicKey: ed25519.getPublicKey(secret) }, sign: (message) => ed25519.sign(message, secret) };
}

const log = keyPair('log.example/one', 1);
const note = () => signNote('log.example/one\n0\n\nmore\n', log.key, log.sign);
const opened = (text: string, ...keys: NoteKey[]) => {
  const parsed = parseNote(text);
  return parsed.ok ? verifyNote(parsed.value, keys) : parsed;
};

describe('the example of the specification', () => {
  const key = parseVerifierKey(vkey) as NoteKey;
  test('its key reads and writes as printed', () => {
    expect(key.name).toBe('example.com/foo');
    expect(formatVerifierKey(key)).toBe(vkey);
  });
  test('its note is verified by its key', () => {
    expect(opened(example, key)).toMatchObject({ ok: true });
  });
});

describe('reading and believing', () => {
  test('a note that we sign verifies, and the text keeps its blank lines', () => {
    const parsed = parseNote(note());
    expect(parsed).toMatchObject({ ok: true, value: { text: 'log.example/one\n0\n\nmore\n' } });
    expect(opened(note(), log.key)).toMatchObject({ ok: true });
  });

  test('signatures of strangers are passed over, also under our name or our key id alone', () => {
    const stranger = keyPair('stranger.example', 2);
    const namesake = keyPair('log.example/one', 3);
    const parsed = parseNote(note());
    if (!parsed.ok) throw new Error(parsed.refusal);
    const sameId = { name: 'other.example', keyId: noteKeyId(log.key), signature: new Uint8Array(64) };
    const extra = [stranger, namesake].map(({ key, sign }) => ({ name: key.name, keyId: noteKeyId(key), signature: sign(new Uint8Array(1)) }));
    const crowded = formatNote({ text: parsed.value.text, signatures: [...extra, sameId, ...parsed.value.signatures] });
    expect(opened(crowded, log.key)).toMatchObject({ ok: true });
    expect(opened(crowded, keyPair('absent.example', 4).key)).toEqual({ ok: false, refusal: 'note-not-signed-by-known-key' });
  });

  test('one bad signature under a known name and id refuses the whole note', () => {
    const parsed = parseNote(note());
    if (!parsed.ok) throw new Error(parsed.refusal);
    const bad = { name: log.key.name, keyId: noteKeyId(log.key), signature: new Uint8Array(64) };
    const spoiled = formatNote({ text: parsed.value.text, signatures: [...parsed.value.signatures, bad] });
    expect(opened(spoiled, log.key)).toEqual({ ok: false, refusal: 'note-signature-wrong' });
  });

  test('a cosignature is believed with its time and not with another', () => {
    const witness = keyPair('witness.example', 5, cosignatureType);
    const text = 'log.example/one\n0\nroot\n';
    const cosigned = (seconds: number, signedSeconds: number) => {
      const time = new Uint8Array(8);
      new DataView(time.buffer).setBigUint64(0, BigInt(seconds));
      const signature = concatBytes(time, witness.sign(cosignatureMessage(text, signedSeconds)));
      return formatNote({ text, signatures: [{ name: witness.key.name, keyId: noteKeyId(witness.key), signature }] });
    };
    expect(opened(cosigned(1_700_000_000, 1_700_000_000), witness.key)).toMatchObject({ ok: true, value: [{ cosignedAt: 1_700_000_000 }] });
    expect(opened(cosigned(1_700_000_001, 1_700_000_000), witness.key)).toMatchObject({ ok: false, refusal: 'note-signature-wrong' });
  });

  test('sixteen signatures are accepted, a flood is not', () => {
    const parsed = parseNote(note());
    if (!parsed.ok) throw new Error(parsed.refusal);
    const crowd = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ name: `w${at}`, keyId: new Uint8Array(4), signature: new Uint8Array(5000) }));
    expect(opened(formatNote({ text: parsed.value.text, signatures: [...crowd(16), ...parsed.value.signatures] }), log.key)).toMatchObject({ ok: true });
    expect(parseNote(formatNote({ text: parsed.value.text, signatures: crowd(101) }))).toMatchObject({ ok: false });
  });
});

describe('what is not a note', () => {
  test.each([
    ['no blank line', 'text\n\u2014 a AAAAAAA=\n'],
    ['no signature', 'text\n\n'],
    ['no final newline', example.slice(0, -1)],
    ['a carriage return', example.replace('message', 'mess\rage')],
    ['a tab', example.replace('message', 'mess\tage')],
    ['a hyphen for the dash', example.replace('\u2014', '-')],
    ['a plus in the name', example.replace('\u2014 example.com/foo', '\u2014 example.com+foo')],
    ['a no-break space in the name', example.replace('\u2014 example.com/foo', '\u2014 example.com\u00a0foo')],
    ['a signature that is not base 64', example.replace('Uw2QOkn8', 'Uw2Q_kn8')],
    ['base 64 without padding', example.replace('aQM=', 'aQM')],
    ['half a surrogate pair', example.replace('message', '\ud800')],
  ])('%s', (_, text) => {
    expect(parseNote(text)).toEqual({ ok: false, refusal: 'note-malformed' });
  });

  test('bytes that are not UTF-8, and ten megabytes', () => {
    expect(parseNote(Uint8Array.of(0xff, 0x0a, 0x0a))).toMatchObject({ ok: false });
    expect(parseNote(new Uint8Array(10_000_000).fill(10))).toMatchObject({ ok: false });
  });

  test('no bytes make the parsers throw', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => (parseNote(bytes), parseVerifierKey(Buffer.from(bytes).toString('latin1')), true)));
  });

  test.each([
    vkey.replace('530d903a', '530d903b'),
    vkey.replace('530d903a', '530D903A'),
    vkey.replace('example', 'exam ple'),
    vkey.slice(0, -1),
    'example.com/foo+530d903a',
  ])('the verifier key %j is refused', (text) => {
    expect(parseVerifierKey(text)).toBeNull();
  });
});
