import { done, refused, type Result } from '~/kernel/result';
import type { Reader } from '~/platform/db.server';
import { hasSigningKey, loadSigningKey, type SigningKey } from '~/platform/signing-key.server';
import { ed25519Type, formatVerifierKey, type NoteKey } from '../core/signed-note';
import { findLog } from '../store/checkpoints.server';

/** The log's key is its own: issuers sign certificates with others. */
export const logKeyName = 'log';

export type LogSigner = { readonly noteKey: NoteKey; readonly sign: SigningKey['sign'] };

export function noteKeyOf(origin: string, key: SigningKey): NoteKey {
  return { name: origin, type: ed25519Type, publicKey: key.publicKey };
}

/** The log that was created here and the key that signs it; refused when the key on disk is not the one it began with. */
export async function openLogSigner(reader: Reader): Promise<Result<LogSigner, 'log-absent' | 'log-key-differs'>> {
  const log = await findLog(reader);
  if (!log) return refused('log-absent');
  if (!hasSigningKey(logKeyName)) return refused('log-key-differs');
  const key = loadSigningKey(logKeyName);
  const noteKey = noteKeyOf(log.origin, key);
  return formatVerifierKey(noteKey) === log.verifierKey ? done({ noteKey, sign: key.sign }) : refused('log-key-differs');
}
