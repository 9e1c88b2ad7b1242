import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { systemActor } from '~/kernel/actor';
import { later, minutes, seconds } from '~/kernel/instant';
import { databasePool, db, withTransaction } from '~/platform/db.server';
import { env } from '~/platform/env.server';
import { useDatabase } from '../../../tests/support/database';
import { openCheckpoint } from '../core/checkpoint';
import { decodeOpening, entryOfOpening } from '../core/commitment';
import { parseInclusionFile, verifyInclusionFile } from '../core/inclusion-file';
import { verifyConsistency } from '../core/merkle-tree';
import { parseVerifierKey, type NoteKey } from '../core/signed-note';
import { openEntry } from '../queries/open-entry.server';
import { proveConsistency, proveEntry } from '../queries/prove-entry.server';
import { sequencerLag } from '../queries/sequencer-lag.server';
import { verifyLedger } from '../queries/verify-ledger.server';
import { findLog, listCheckpoints } from '../store/checkpoints.server';
import { deleteOpening } from '../store/entries.server';
import { readPublishedCheckpoint } from '../store/log-files.server';
import { appendToLedger } from './append-to-ledger.server';
import { createLog, logExists } from './create-log.server';
import { startSequencer } from './run-sequencer.server';
import { sequenceOnce, sequencerLock } from './sequence.server';

const database = useDatabase();
let clock = new Date('2020-01-01T10:00:00Z');
const tick = () => (clock = later(clock, seconds(1)));

const append = (count = 1) =>
  withTransaction('test', async (tx) => {
    const ids: string[] = [];
    for (let at = 0; at < count; at += 1) {
      ids.push(
        await appendToLedger(tx, {
          type: 'certificate-issued',
          record: { credentialDigest: `digest ${at}`, issuedAt: clock.toISOString() },
          evidence: { attemptId: `att_${at}` },
          actor: systemActor,
          subjectId: `crt_${at}`,
          recordedAt: clock,
        }),
      );
    }
    return ids;
  });

async function logKey(): Promise<NoteKey> {
  const key = parseVerifierKey((await findLog(db))?.verifierKey ?? '');
  if (!key) throw new Error('The log has no readable key');
  return key;
}

const findings = async () => (await verifyLedger()).filter(({ ok }) => !ok);

describe('before there is a log', () => {
  test('the sequencer does not make one because a table is empty', async () => {
    await append();
    expect(await sequenceOnce(tick())).toEqual({ ok: false, refusal: 'log-absent' });
    expect(await logExists()).toBe(false);
  });

  test('creating it is done once, signs the empty tree, and keeps the key to its owner', async () => {
    expect(await createLog(tick())).toMatchObject({ ok: true, value: { origin: 'localhost:3000/log' } });
    expect(await createLog(tick())).toEqual({ ok: false, refusal: 'log-exists' });
    expect(openCheckpoint((await readPublishedCheckpoint()) ?? '', { log: await logKey() })).toMatchObject({ ok: true, value: { size: 0 } });
    expect(statSync(join(env().dataDir, 'keys', 'log.pem')).mode & 0o777).toBe(0o600);
  });
});

describe('sequencing', () => {
  beforeEach(async () => {
    await sequenceOnce(tick());
  });

  test('what is committed gets a place and what is rolled back gets none', async () => {
    const before = await db.ledgerLeaf.count();
    await append(3);
    await expect(
      withTransaction('test', async (tx) => {
        await appendToLedger(tx, { type: 'role-ended', record: { roleGrantId: 'r', personId: 'p', role: 'trainee', administrationId: null, at: '' }, actor: systemActor, subjectId: 'r', recordedAt: clock });
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await sequenceOnce(tick())).toMatchObject({ ok: true, value: { added: 3, size: before + 3 } });
    expect(await sequenceOnce(tick())).toMatchObject({ ok: true, value: { added: 0 } });
  });

  test('each entry can be proven offline with its own file and the key of the log', async () => {
    const ids = await append(5);
    await sequenceOnce(tick());
    for (const id of ids) {
      const proof = await proveEntry(id);
      if (!proof.ok) throw new Error(proof.refusal);
      const file = parseInclusionFile(proof.value.inclusionFile);
      if (!file.ok || !file.value.extra) throw new Error('unreadable');
      const opening = decodeOpening(file.value.extra);
      if (!opening.ok) throw new Error(opening.refusal);
      expect(verifyInclusionFile({ file: file.value, entry: entryOfOpening(opening.value), log: await logKey() })).toMatchObject({ ok: true });
      expect(opening.value.record).not.toHaveProperty('attemptId');
    }
  });

  test('the proof of an entry stays the same while the log grows over tile borders', async () => {
    const [id = ''] = await append();
    await sequenceOnce(tick());
    const before = await proveEntry(id);
    await append(300);
    await sequenceOnce(tick());
    expect(await proveEntry(id)).toEqual(before);
    expect(readdirSync(join(env().dataDir, 'log/tile/0'))).not.toContain('000.p');
    expect(await findings()).toEqual([]);
  }, 120_000);

  test('every signed tree is provably the beginning of the next', async () => {
    const checkpoints = await listCheckpoints(db, 1, 1e9);
    for (const [at, older] of checkpoints.entries()) {
      const newer = checkpoints[at + 1];
      if (!newer) break;
      const [oldRoot, newRoot] = [older.root, newer.root].map((root) => new Uint8Array(Buffer.from(root, 'base64')));
      const proof = await proveConsistency(older.size, newer.size);
      expect(oldRoot && newRoot && verifyConsistency({ oldSize: older.size, newSize: newer.size, oldRoot, newRoot, proof })).toBe(true);
    }
  });

  test('a forgotten opening leaves the entry provable as a leaf and readable by nobody', async () => {
    const [id = ''] = await append();
    await sequenceOnce(tick());
    expect(await openEntry(id)).toMatchObject({ evidence: { attemptId: 'att_0', actorId: 'system' } });
    await withTransaction('test', (tx) => deleteOpening(tx, id));
    const proof = await proveEntry(id);
    expect(proof.ok && proof.value.inclusionFile).not.toContain('extra ');
    expect(await openEntry(id)).toBeNull();
    expect(await findings()).toEqual([]);
  });

  test('the wait of the oldest entry shows, and ends with its place', async () => {
    await append();
    expect((await sequencerLag(later(clock, minutes(2)))).waiting).toBe(minutes(2));
    await sequenceOnce(tick());
    expect(await sequencerLag(clock)).toMatchObject({ waiting: 0, unsigned: 0 });
  });

  test('two processes never sequence at once', async () => {
    const other = await databasePool().connect();
    await other.query('SELECT pg_advisory_lock($1)', [sequencerLock]);
    expect(await sequenceOnce(tick())).toEqual({ ok: false, refusal: 'sequencer-elsewhere' });
    await other.query('SELECT pg_advisory_unlock($1)', [sequencerLock]);
    other.release();
  });

  test('a clock that went back signs nothing until it has caught up', async () => {
    await append();
    expect(await sequenceOnce(new Date(clock.getTime() - 5000))).toEqual({ ok: false, refusal: 'log-clock-went-back' });
    expect(await sequenceOnce(tick())).toMatchObject({ ok: true, value: { added: 1 } });
  });
});

describe('a sequencer that runs', () => {
  /** From the commit to a proof, in milliseconds. */
  async function timeToProof(): Promise<number> {
    const started = performance.now();
    const [id = ''] = await append();
    await expect.poll(async () => (await proveEntry(id)).ok, { timeout: 20_000, interval: 20 }).toBe(true);
    return performance.now() - started;
  }

  test('gives a committed fact its checkpoint within two seconds, and stops when told', async () => {
    clock = new Date();
    const sequencer = startSequencer();
    try {
      // The fastest of a few, for the machine that tests may be busy with other things.
      const times = [await timeToProof(), await timeToProof(), await timeToProof()];
      expect(Math.min(...times)).toBeLessThan(2000);
      expect(await sequenceOnce(new Date())).toEqual({ ok: false, refusal: 'sequencer-elsewhere' });
    } finally {
      await sequencer.stop();
    }
    clock = later(new Date(), seconds(1));
    expect(await sequenceOnce(clock)).toMatchObject({ ok: true });
  }, 120_000);
});

describe('tampering', () => {
  const headFile = () => join(env().dataDir, 'keys', 'log-head');

  test('rows of the log refuse to be changed', async () => {
    await expect(database.sql('UPDATE "LedgerEntry" SET "type" = \'x\'')).rejects.toThrow('append-only');
    await expect(database.sql('DELETE FROM "LedgerLeaf"')).rejects.toThrow('append-only');
  });

  test('a head file that is ahead of the database stops the sequencer', async () => {
    const kept = readFileSync(headFile(), 'utf8');
    writeFileSync(headFile(), kept.replace(/^\d+/, '999999'));
    expect(await sequenceOnce(tick())).toEqual({ ok: false, refusal: 'log-head-ahead-of-database' });
    expect((await findings()).map(({ check }) => check)).toContain('head-file');
    writeFileSync(headFile(), kept);
  });

  test('a head file with another root, or none, stops it too', async () => {
    const kept = readFileSync(headFile(), 'utf8');
    writeFileSync(headFile(), kept.replace(/\n[A-Za-z0-9+/]{4}/, '\nAAAA'));
    expect(await sequenceOnce(tick())).toEqual({ ok: false, refusal: 'log-head-differs' });
    rmSync(headFile());
    expect(await sequenceOnce(tick())).toEqual({ ok: false, refusal: 'log-head-missing' });
    writeFileSync(headFile(), kept);
  });

  test('a tile that was touched is found, and nothing is built on it', async () => {
    const folder = join(env().dataDir, 'log/tile/0');
    const partial = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.p\/\d+$/.test(name));
    const path = join(folder, partial.sort((a, b) => Number(a.split('/').pop()) - Number(b.split('/').pop())).at(-1) ?? '');
    const kept = readFileSync(path);
    writeFileSync(path, Buffer.from(kept.map((byte, at) => (at === 0 ? byte ^ 1 : byte))));
    await append();
    expect(await sequenceOnce(tick())).toEqual({ ok: false, refusal: 'log-tiles-differ' });
    expect((await findings()).map(({ check }) => check)).toContain('tiles');
    writeFileSync(path, kept);
    expect(await sequenceOnce(tick())).toMatchObject({ ok: true, value: { added: 1 } });
  });

  test('a commitment changed behind the triggers is found', async () => {
    await append();
    await sequenceOnce(tick());
    await database.sql('ALTER TABLE "LedgerEntry" DISABLE TRIGGER USER');
    const [row] = await database.sql('SELECT "entryId" FROM "LedgerLeaf" ORDER BY "index" DESC LIMIT 1');
    const [kept] = await database.sql('SELECT "commitment" FROM "LedgerEntry" WHERE "id" = $1', [row?.['entryId']]);
    await database.sql('UPDATE "LedgerEntry" SET "commitment" = repeat(\'A\', 43) WHERE "id" = $1', [row?.['entryId']]);
    expect((await findings()).map(({ check }) => check)).toEqual(expect.arrayContaining(['leaves', 'openings']));
    await database.sql('UPDATE "LedgerEntry" SET "commitment" = $2 WHERE "id" = $1', [row?.['entryId'], kept?.['commitment']]);
    await database.sql('UPDATE "LedgerEntry" SET "subjectId" = \'another\' WHERE "id" = $1', [row?.['entryId']]);
    expect((await findings()).map(({ check }) => check)).toEqual(['openings']);
    await database.sql('ALTER TABLE "LedgerEntry" ENABLE TRIGGER USER');
  });

  test('a log whose database was lost is not begun anew over its files', async () => {
    await database.sql('ALTER TABLE "LedgerLog" DISABLE TRIGGER USER');
    await database.sql('DELETE FROM "LedgerLog"');
    expect(await createLog(tick())).toEqual({ ok: false, refusal: 'log-lost-from-database' });
  });
});
