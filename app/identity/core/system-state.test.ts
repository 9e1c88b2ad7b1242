import { expect, test } from 'vitest';
import { type SystemMeasures, systemState } from './system-state';

const well: SystemMeasures = {
  database: { version: '18.4', megabytes: 12 },
  migrations: { applied: 1, failed: 0, last: '20261124000000_initial' },
  jobs: { waiting: 3, failed: 0, oldestSeconds: 1 },
  log: { size: 40, waitingSeconds: 2 },
  mail: 'smtp',
};

test('a platform that keeps up needs nobody', () => expect(systemState(well).attention).toEqual([]));

test.each([
  ['migrations', { migrations: { ...well.migrations, failed: 1 } }],
  ['jobs', { jobs: { ...well.jobs, failed: 1 } }],
  ['jobs', { jobs: { ...well.jobs, oldestSeconds: 61 } }],
  ['log', { log: { size: 40, waitingSeconds: 11 } }],
])('somebody must look at %s', (part, change) => expect(systemState({ ...well, ...change }).attention).toEqual([part]));
