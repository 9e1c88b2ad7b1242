import { base64 } from '@scure/base';
import { systemActor } from '~/kernel/actor';
import type { Instant } from '~/kernel/instant';
import { done, refused, type Result } from '~/kernel/result';
import { db, withTransaction } from '~/platform/db.server';
import { env } from '~/platform/env.server';
import { createSigningKey, hasSigningKey, loadSigningKey } from '~/platform/signing-key.server';
import { signCheckpoint } from '../core/checkpoint';
import { logOrigin, type LogHead } from '../core/log-head';
import { emptyRoot } from '../core/merkle-tree';
import { formatVerifierKey } from '../core/signed-note';
import { findLog, insertCheckpoint, insertLog, type StoredLog } from '../store/checkpoints.server';
import { hasTiles, readHeadFile, writeHeadFile, writePublishedCheckpoint } from '../store/log-files.server';
import { appendToLedger } from './append-to-ledger.server';
import { logKeyName, noteKeyOf } from './log-key.server';

/** `log-lost-from-database`: files of a log are here and the database knows none. Somebody has to look, not a program. */
export type CreateLogRefusal = 'log-exists' | 'log-lost-from-database';

/** Whether `createLog` was done here. */
export async function logExists(): Promise<boolean> {
  return (await findLog(db)) !== null;
}

/**
 * Begins the log of a fresh installation: its key, its empty checkpoint, and its key's own announcement as first entry. Only
 * ever called as a deliberate step; the sequencer refuses to work without it. Files come first and the database last, so
 * that a creation that broke off can be done again.
 */
export async function createLog(now: Instant): Promise<Result<StoredLog, CreateLogRefusal>> {
  if (await logExists()) return refused('log-exists');
  const left = await readHeadFile();
  if ((left && left.size > 0) || hasTiles()) return refused('log-lost-from-database');
  const key = hasSigningKey(logKeyName) ? loadSigningKey(logKeyName) : await createSigningKey(logKeyName);
  const origin = logOrigin(env().origin);
  const noteKey = noteKeyOf(origin, key);
  const log = { origin, verifierKey: formatVerifierKey(noteKey) };
  const head: LogHead = { size: 0, root: base64.encode(emptyRoot()), signedAt: now.toISOString() };
  const note = signCheckpoint({ origin, size: 0, root: emptyRoot() }, noteKey, key.sign);
  await writeHeadFile(head);
  await writePublishedCheckpoint(note);
  await withTransaction('create-log', async (tx) => {
    await insertLog(tx, { ...log, createdAt: now });
    await insertCheckpoint(tx, { ...head, note });
    await appendToLedger(tx, {
      type: 'key-added',
      record: { purpose: 'log', controller: origin, key: origin, publicKey: log.verifierKey, at: now.toISOString() },
      actor: systemActor,
      subjectId: origin,
      recordedAt: now,
    });
  });
  return done(log);
}
