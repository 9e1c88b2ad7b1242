import { beforeAll, describe, expect, test, vi } from 'vitest';
import { systemActor } from '~/kernel/actor';
import { later, seconds } from '~/kernel/instant';
import { db, withTransaction } from '~/platform/db.server';
import { useDatabase } from '../../../tests/support/database';
import { openCheckpoint } from '../core/checkpoint';
import { parseVerifierKey } from '../core/signed-note';
import { proveEntry } from '../queries/prove-entry.server';
import { verifyLedger } from '../queries/verify-ledger.server';
import { findLog } from '../store/checkpoints.server';
import { readPublishedCheckpoint } from '../store/log-files.server';
import { appendToLedger } from './append-to-ledger.server';
import { createLog } from './create-log.server';
import { sequenceOnce } from './sequence.server';

/**
 * The crash table of the sequencer: for each of its writes, the process dies before it and after it. Whatever happened, no
 * checkpoint that was ever seen outside is contradicted, and the next round ends with everything committed in its place.
 */
const crash = vi.hoisted(() => ({ at: '', when: 'never' as 'before' | 'after' | 'never', countdown: 0 }));

const dying = vi.hoisted(() => {
  type Write = (...parameters: never[]) => Promise<unknown>;
  return <Module extends object>(module: Module, names: readonly (keyof Module & string)[]): Module => {
    const wrapped = names.map((name) => {
      const write = module[name] as Write;
      const dies: Write = async (...parameters) => {
        const now = crash.at === name && crash.countdown-- === 0;
        if (now && crash.when === 'before') throw new Error('died');
        const outcome = await write(...parameters);
        if (now && crash.when === 'after') throw new Error('died');
        return outcome;
      };
      return [name, dies];
    });
    return { ...module, ...Object.fromEntries(wrapped) };
  };
});

vi.mock('../store/leaves.server', async (original) => dying(await original<typeof import('../store/leaves.server')>(), ['insertLeaves']));
vi.mock('../store/checkpoints.server', async (original) =>
  dying(await original<typeof import('../store/checkpoints.server')>(), ['insertCheckpoint', 'insertLog']),
);
vi.mock('../store/log-files.server', async (original) =>
  dying(await original<typeof import('../store/log-files.server')>(), ['writeTile', 'removePartials', 'writeHeadFile', 'writePublishedCheckpoint']),
);

useDatabase();
let clock = new Date('2020-01-01T10:00:00Z');
const tick = () => (clock = later(clock, seconds(1)));

const append = (count: number) =>
  withTransaction('test', async (tx) => {
    const circumstances = { actor: systemActor, subjectId: 'att_1', recordedAt: clock };
    const ids: string[] = [];
    for (let at = 0; at < count; at += 1) {
      ids.push(await appendToLedger(tx, { type: 'attempt-voided', record: { attemptId: 'att_1', chainHead: '', reason: '', voidedAt: '' }, ...circumstances }));
    }
    return ids;
  });

async function publishedSize(): Promise<number> {
  const log = parseVerifierKey((await findLog(db))?.verifierKey ?? '');
  const opened = log && openCheckpoint((await readPublishedCheckpoint()) ?? '', { log });
  if (!opened?.ok) throw new Error('The published checkpoint does not verify');
  return opened.value.size;
}

async function die(at: string, when: 'before' | 'after', work: () => Promise<unknown>, countdown = 0): Promise<void> {
  Object.assign(crash, { at, when, countdown });
  await expect(work()).rejects.toThrow('died');
  Object.assign(crash, { at: '', when: 'never' });
}

describe('while the log is created', () => {
  test.each([
    ['writeHeadFile', 'before'],
    ['writeHeadFile', 'after'],
    ['writePublishedCheckpoint', 'before'],
    ['writePublishedCheckpoint', 'after'],
    ['insertLog', 'after'],
    ['insertCheckpoint', 'after'],
  ] as const)('dying at %s, %s: there is no log, and creating it again is possible', async (write, when) => {
    await die(write, when, () => createLog(tick()));
    expect(await findLog(db)).toBeNull();
    expect(await sequenceOnce(tick())).toEqual({ ok: false, refusal: 'log-absent' });
  });
});

describe('while the log grows', () => {
  beforeAll(async () => {
    expect((await createLog(tick())).ok).toBe(true);
    await append(250);
    await sequenceOnce(tick());
  });

  test.each([
    ['insertLeaves', 'before', 0],
    ['insertLeaves', 'after', 0],
    // The first two writes are bundles, then come the tiles of level 0 and 1.
    ['writeTile', 'before', 0],
    ['writeTile', 'after', 0],
    ['writeTile', 'before', 1],
    ['writeTile', 'after', 1],
    ['insertCheckpoint', 'before', 0],
    ['insertCheckpoint', 'after', 0],
    ['writeHeadFile', 'before', 0],
    ['writeHeadFile', 'after', 0],
    ['writePublishedCheckpoint', 'before', 0],
    ['writePublishedCheckpoint', 'after', 0],
  ] as const)('dying at %s, %s (%i): nothing published is contradicted, and the next round completes it', async (write, when, countdown) => {
    const before = await publishedSize();
    const ids = await append(3);
    await die(write, when, () => sequenceOnce(tick()), countdown);
    expect(await publishedSize()).toBeGreaterThanOrEqual(before);
    const late = await append(1);
    expect((await sequenceOnce(tick())).ok).toBe(true);
    expect((await sequenceOnce(tick())).ok).toBe(true);
    for (const id of [...ids, ...late]) expect(await proveEntry(id)).toMatchObject({ ok: true });
    expect((await verifyLedger()).filter(({ ok }) => !ok)).toEqual([]);
    expect(await publishedSize()).toBe(before + 4);
  });

  test.each(['before', 'after'] as const)('dying %s partial tiles are tidied away loses nothing', async (when) => {
    await append(260);
    await die('removePartials', when, () => sequenceOnce(tick()));
    await append(1);
    expect((await sequenceOnce(tick())).ok).toBe(true);
    expect((await verifyLedger()).filter(({ ok }) => !ok)).toEqual([]);
  });
});
