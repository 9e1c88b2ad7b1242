import { expect, test } from 'vitest';
import { useDatabase } from '../../tests/support/database';
import { newId } from './random.server';
import { db, withTransaction } from './db.server';

const { sql } = useDatabase();

test('what a transaction wrote is there after it and gone when it throws', async () => {
  const id = newId('administration');
  const administration = { id, code: 'tria', name: { en: 'Tria', fr: 'Tria' }, createdAt: new Date() };
  await expect(
    withTransaction('test', async (tx) => {
      await tx.administration.create({ data: administration });
      throw new Error('halfway');
    }),
  ).rejects.toThrow('halfway');
  expect(await db.administration.count()).toBe(0);
  await withTransaction('test', (tx) => tx.administration.create({ data: administration }));
  expect(await db.administration.count()).toBe(1);
});

test('the database itself refuses to change evidence', async () => {
  await sql(`INSERT INTO "LedgerCheckpoint" (size, root, note, "signedAt") VALUES (1, 'r', 'n', now())`);
  await expect(sql(`UPDATE "LedgerCheckpoint" SET root = 'x'`)).rejects.toThrow('append-only');
  await expect(sql(`DELETE FROM "LedgerCheckpoint"`)).rejects.toThrow('append-only');
  await expect(sql(`TRUNCATE "LedgerCheckpoint"`)).rejects.toThrow('append-only');
});
