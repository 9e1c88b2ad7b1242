import { bytesToHex, concatBytes } from '@noble/hashes/utils.js';
import { base64 } from '@scure/base';
import { decodeBase64, decodeUtf8, sameBytes, sha256Of, utf8 } from '~/kernel/bytes';
import { verifyEd25519 } from '~/kernel/ed25519';
import { done, refused, type Result } from '~/kernel/result';

/** Signed notes of C2SP signed-note 1.0.0, with the cosignatures of tlog-cosignature 1.0.1 (type 0x04). */
export const ed25519Type = 0x01;
export const cosignatureType = 0x04;

/** A public key of a log (type 0x01) or of a witness (type 0x04), as a vkey names it. */
export type NoteKey = { readonly name: string; readonly type: number; readonly publicKey: Uint8Array };

export type NoteSignature = { readonly name: string; readonly keyId: Uint8Array; readonly signature: Uint8Array };
export type SignedNote = { readonly text: string; readonly signatures: readonly NoteSignature[] };

/** A signature by a known key that holds. `cosignedAt` (POSIX seconds) only for witnesses. */
export type VerifiedSignature = { readonly key: NoteKey; readonly cosignedAt?: number };

export type NoteRefusal = 'note-malformed' | 'note-signature-wrong' | 'note-not-signed-by-known-key';

const noteSizeLimit = 1_000_000;
const signatureCountLimit = 100;
const namePattern = /^[^\s+\u0085\p{Cc}]+$/u;
const unsignable = /[\u0000-\u0009\u000b-\u001f\p{Surrogate}]/u;
const signatureLine = /^\u2014 ([^ ]+) ([^ ]+)$/u;

/** First four bytes of SHA-256(name ‖ newline ‖ type ‖ key): section "Signatures". */
export function noteKeyId(key: NoteKey): Uint8Array {
  return sha256Of(utf8(`${key.name}\n`), Uint8Array.of(key.type), key.publicKey).slice(0, 4);
}

/** `name+hex(id)+base64(type ‖ key)`: section "Verifier keys". */
export function formatVerifierKey(key: NoteKey): string {
  if (!namePattern.test(key.name)) throw new RangeError(`Not a key name: ${key.name}`);
  const material = base64.encode(concatBytes(Uint8Array.of(key.type), key.publicKey));
  return `${key.name}+${bytesToHex(noteKeyId(key))}+${material}`;
}

/** The key of a vkey, or null. A name holds no plus, so the first two divide it; base 64 may hold more. */
export function parseVerifierKey(text: string): NoteKey | null {
  const match = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/u.exec(text);
  const material = match ? decodeBase64(match[3] ?? '') : null;
  if (!match || !material || material.length !== 33) return null;
  const key: NoteKey = { name: match[1] ?? '', type: material[0] ?? 0, publicKey: material.slice(1) };
  const known = key.type === ed25519Type || key.type === cosignatureType;
  return known && namePattern.test(key.name) && bytesToHex(noteKeyId(key)) === match[2] ? key : null;
}

/** The bytes that a log key (type 0x01) signs are the text itself, its last newline included. */
export function signNote(text: string, key: NoteKey, sign: (message: Uint8Array) => Uint8Array): string {
  const signature = { name: key.name, keyId: noteKeyId(key), signature: sign(utf8(text)) };
  return formatNote({ text, signatures: [signature] });
}

/** What a witness signs: its time and the checkpoint it saw (tlog-cosignature, section "Format"). */
export function cosignatureMessage(text: string, seconds: number): Uint8Array {
  return utf8(`cosignature/v1\ntime ${seconds}\n${text}`);
}

export function formatNote({ text, signatures }: SignedNote): string {
  if (!text.endsWith('\n') || unsignable.test(text)) throw new RangeError('A note is lines of text');
  return `${text}\n${signatures.map(formatSignature).join('')}`;
}

/** Splits text from signatures at the last blank line and reads both, trusting neither. */
export function parseNote(note: string | Uint8Array): Result<SignedNote, 'note-malformed'> {
  const whole = typeof note === 'string' ? note : note.length <= noteSizeLimit ? decodeUtf8(note) : null;
  if (whole === null || whole.length > noteSizeLimit || unsignable.test(whole)) return refused('note-malformed');
  const divide = whole.lastIndexOf('\n\n');
  if (divide < 0 || !whole.endsWith('\n')) return refused('note-malformed');
  const lines = whole.slice(divide + 2, -1).split('\n');
  if (lines.length > signatureCountLimit) return refused('note-malformed');
  const signatures = lines.map(parseSignature);
  if (!signatures.every((signature) => signature !== null)) return refused('note-malformed');
  return done({ text: whole.slice(0, divide + 1), signatures });
}

/**
 * Checks every signature of a known key. Unknown keys are passed over; one bad signature by a known key refuses the
 * whole note, and so does the absence of a good one (section "Signatures").
 */
export function verifyNote(note: SignedNote, knownKeys: readonly NoteKey[]): Result<readonly VerifiedSignature[], NoteRefusal> {
  const verified: VerifiedSignature[] = [];
  for (const signature of note.signatures) {
    const key = knownKeys.find((known) => known.name === signature.name && sameBytes(noteKeyId(known), signature.keyId));
    if (!key) continue;
    const outcome = verifySignature(note.text, key, signature.signature);
    if (!outcome) return refused('note-signature-wrong');
    if (!verified.some((earlier) => earlier.key === key)) verified.push(outcome);
  }
  return verified.length > 0 ? done(verified) : refused('note-not-signed-by-known-key');
}

function verifySignature(text: string, key: NoteKey, blob: Uint8Array): VerifiedSignature | null {
  if (key.type === ed25519Type) return verifyEd25519(blob, utf8(text), key.publicKey) ? { key } : null;
  if (key.type !== cosignatureType || blob.length !== 72) return null;
  const time = new DataView(blob.buffer, blob.byteOffset, 8).getBigUint64(0);
  if (time > BigInt(Number.MAX_SAFE_INTEGER)) return null;
  const cosignedAt = Number(time);
  return verifyEd25519(blob.slice(8), cosignatureMessage(text, cosignedAt), key.publicKey) ? { key, cosignedAt } : null;
}

function formatSignature({ name, keyId, signature }: NoteSignature): string {
  return `\u2014 ${name} ${base64.encode(concatBytes(keyId, signature))}\n`;
}

function parseSignature(line: string): NoteSignature | null {
  const match = signatureLine.exec(line);
  const blob = match ? decodeBase64(match[2] ?? '') : null;
  if (!match || !blob || blob.length < 5 || !namePattern.test(match[1] ?? '')) return null;
  return { name: match[1] ?? '', keyId: blob.slice(0, 4), signature: blob.slice(4) };
}
