import { base64 } from '@scure/base';
import { decodeBase64 } from '~/kernel/bytes';
import { done, refused, type Result } from '~/kernel/result';
import type { Hash } from './merkle-tree';
import { ed25519Type, parseNote, signNote, verifyNote, type NoteKey, type NoteRefusal, type VerifiedSignature } from './signed-note';

/** A tree head of C2SP tlog-checkpoint 1.0.0: which log, how many leaves, which root. */
export type Checkpoint = { readonly origin: string; readonly size: number; readonly root: Hash };

/** A checkpoint together with whose signatures on it hold. */
export type OpenedCheckpoint = Checkpoint & { readonly signatures: readonly VerifiedSignature[] };

export type CheckpointRefusal = NoteRefusal | 'checkpoint-malformed' | 'checkpoint-of-another-log' | 'checkpoint-not-signed-by-log';

/** Section "Note text": origin, size and root, each on its line. We write no extension lines, for nobody can audit them. */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  if (!Number.isSafeInteger(size) || size < 0 || root.length !== 32 || !/^[^\s+]+$/u.test(origin)) throw new RangeError('Not a tree head');
  return `${origin}\n${size}\n${base64.encode(root)}\n`;
}

/** The tree head of a note's text, or null. Extension lines are refused: witnesses' ML-DSA signatures would not cover them. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const match = /^([^\n]+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n$/u.exec(text);
  if (!match) return null;
  const [, origin = '', digits, encoded = ''] = match;
  const size = Number(digits);
  const root = decodeBase64(encoded);
  return root && Number.isSafeInteger(size) ? { origin, size, root } : null;
}

/** The signed note of a tree head. The key's name must be the origin. */
export function signCheckpoint(checkpoint: Checkpoint, key: NoteKey, sign: (message: Uint8Array) => Uint8Array): string {
  if (key.name !== checkpoint.origin || key.type !== ed25519Type) throw new RangeError('A log signs under its own origin');
  return signNote(formatCheckpoint(checkpoint), key, sign);
}

/** Reads a checkpoint and believes it only when the log's own key signed it and every known signature holds. */
export function openCheckpoint(
  note: string | Uint8Array,
  keys: { readonly log: NoteKey; readonly witnesses?: readonly NoteKey[] },
): Result<OpenedCheckpoint, CheckpointRefusal> {
  const parsed = parseNote(note);
  if (!parsed.ok) return parsed;
  const checkpoint = parseCheckpoint(parsed.value.text);
  if (!checkpoint) return refused('checkpoint-malformed');
  if (checkpoint.origin !== keys.log.name) return refused('checkpoint-of-another-log');
  const verified = verifyNote(parsed.value, [keys.log, ...(keys.witnesses ?? [])]);
  if (!verified.ok) return verified;
  if (!verified.value.some(({ key }) => key === keys.log)) return refused('checkpoint-not-signed-by-log');
  return done({ ...checkpoint, signatures: verified.value });
}
