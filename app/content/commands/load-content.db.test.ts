import { expect, test } from 'vitest';
import { useDatabase } from '../../../tests/support/database';
import { loadContent, describeFaults } from './load-content.server';

const { sql } = useDatabase();

test('tmp', async () => {
  let t = performance.now();
  const a = await loadContent({ folder: 'content', now: new Date() });
  console.log(performance.now() - t, a.ok ? a : describeFaults(a.faults));
  t = performance.now();
  const b = await loadContent({ folder: 'content', now: new Date() });
  console.log(performance.now() - t, b.ok ? b : 'x');
  console.log(await sql('select count(*) from "LedgerEntry"'));
});
