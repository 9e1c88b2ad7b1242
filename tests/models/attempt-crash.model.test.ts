import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { recordAnswer } from '~/assessment/commands/record-answer.server';
import { startAttempt } from '~/assessment/commands/start-attempt.server';
import { submitAttempt } from '~/assessment/commands/submit-attempt.server';
import { attemptEvidence } from '~/assessment/queries/attempt-evidence.server';
import { db } from '~/platform/db.server';
import { aPerson, type APerson } from '../support/a-person';
import { type AnAssessment, anAssessment } from '../support/an-assessment';
import { type AnAttempt, anAnswer, answerAll, anAttempt, minute } from '../support/an-attempt';
import { anAdministration } from '../support/an-administration';
import { useDatabase } from '../support/database';

const { sql } = useDatabase();

let administrationId: Awaited<ReturnType<typeof anAdministration>>['id'];
let assessment: AnAssessment;
let trainee: APerson;

beforeAll(async () => {
  administrationId = (await anAdministration()).id;
  assessment = await anAssessment();
  // Faults are injected in the database: production code has no door for them.
  await sql(`CREATE FUNCTION fail_here() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the fault of the story'; END $$`);
  await sql(`CREATE FUNCTION die_here() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(1); RETURN NULL; END $$`);
});

beforeEach(async () => {
  trainee = await aPerson({ administrationId });
});

interface Fault {
  readonly table: string;
  readonly when: string;
  readonly how: 'fail_here' | 'die_here';
}

const placesOf = (tables: readonly (readonly [table: string, operation: 'INSERT' | 'UPDATE'])[]): Fault[] =>
  tables.flatMap(([table, operation]) => [
    { table, when: `BEFORE ${operation}`, how: 'fail_here' as const },
    { table, when: `AFTER ${operation}`, how: 'fail_here' as const },
    { table, when: `AFTER ${operation}`, how: 'die_here' as const },
  ]);

/** At the very end of the transaction, when every write is done and only the commit is missing. */
const atCommit = (table: string): Fault => ({ table, when: 'COMMIT', how: 'fail_here' });

async function withFault<Value>({ table, when, how }: Fault, work: () => Promise<Value>): Promise<Value> {
  const create = when === 'COMMIT' ? `CREATE CONSTRAINT TRIGGER fault AFTER INSERT ON ${table} DEFERRABLE INITIALLY DEFERRED` : `CREATE TRIGGER fault ${when} ON ${table}`;
  await sql(`${create} FOR EACH ROW EXECUTE FUNCTION ${how}()`);
  try {
    return await work();
  } finally {
    await sql(`DROP TRIGGER fault ON ${table}`);
  }
}

/** Everything the database knows of a person's attempts. */
async function traceOf(personId: string) {
  const ids = (await sql('SELECT id FROM "Attempt" WHERE "personId" = $1', [personId])).map(({ id }) => id);
  const tables = ['SELECT * FROM "Attempt" WHERE id = ANY($1)', 'SELECT * FROM "AttemptEvent" WHERE "attemptId" = ANY($1) ORDER BY sequence', 'SELECT * FROM "Answer" WHERE "attemptId" = ANY($1)', 'SELECT * FROM "Grade" WHERE "attemptId" = ANY($1)', 'SELECT * FROM "LedgerEntry" WHERE "subjectId" = ANY($1)', 'SELECT * FROM graphile_worker.jobs WHERE key = ANY($1)'];
  const orphans = await sql('SELECT count(*) FROM "LedgerEntry" entry WHERE NOT EXISTS (SELECT 1 FROM "Attempt" WHERE id = entry."subjectId")');
  return [...(await Promise.all(tables.map((table) => sql(table, [ids])))), orphans];
}

const allHold = { chain: true, replay: true, form: true, items: true, answers: true, grade: true };

describe('starting', () => {
  const start = () => startAttempt({ assessment: assessment.code, locale: 'en' }, { actor: trainee.actor, now: minute(0) });
  test.each([...placesOf([['"Attempt"', 'INSERT'], ['"AttemptEvent"', 'INSERT'], ['"LedgerEntry"', 'INSERT']]), atCommit('"Attempt"')])(
    '$how $when on $table: there was no start, and the next one succeeds',
    async (fault) => {
      const before = await traceOf(trainee.id);
      await expect(withFault(fault, start)).rejects.toThrow();
      expect(await traceOf(trainee.id)).toEqual(before);
      const started = await start();
      expect(started).toMatchObject({ ok: true, value: { resumed: false } });
      expect(await sql('SELECT number FROM "Attempt" WHERE "personId" = $1', [trainee.id])).toEqual([{ number: 1 }]);
    },
  );
});

describe('answering', () => {
  let attempt: AnAttempt;
  beforeEach(async () => {
    attempt = await anAttempt({ assessment, actor: trainee.actor });
    await save(1);
  });
  const save = (position: number) => recordAnswer({ attemptId: attempt.attemptId, answer: anAnswer({ attempt, assessment }, { position }) }, { actor: attempt.actor, now: minute(5) });

  test.each([...placesOf([['"Answer"', 'INSERT'], ['"AttemptEvent"', 'INSERT'], ['"Attempt"', 'UPDATE']]), atCommit('"Answer"')])(
    '$how $when on $table: nothing was acknowledged, nothing acknowledged before is lost, and the repeat is saved once',
    async (fault) => {
      const before = await traceOf(trainee.id);
      await expect(withFault(fault, () => save(2))).rejects.toThrow();
      expect(await traceOf(trainee.id)).toEqual(before);
      expect(await save(2)).toMatchObject({ ok: true });
      expect(await save(2)).toMatchObject({ ok: true });
      const evidence = await attemptEvidence(db, attempt.attemptId);
      expect(evidence?.answers.map(({ position }) => position)).toEqual([1, 2]);
      expect(evidence?.checks).toEqual(allHold);
    },
  );
});

describe('handing in a passed exam', () => {
  let attempt: AnAttempt;
  beforeEach(async () => {
    attempt = await anAttempt({ assessment, actor: trainee.actor });
    await answerAll({ attempt, assessment }, { right: 6 });
  });
  const submit = () => submitAttempt(attempt, { actor: attempt.actor, now: minute(20) });

  test.each([
    ...placesOf([['"Grade"', 'INSERT'], ['"LedgerEntry"', 'INSERT'], ['graphile_worker._private_jobs', 'INSERT'], ['"AttemptEvent"', 'INSERT'], ['"Attempt"', 'UPDATE']]),
    atCommit('"Grade"'),
  ])('$how $when on $table: it is still running with every answer, and handing in again gives one grade, one leaf, one job', async (fault) => {
    const before = await traceOf(trainee.id);
    await expect(withFault(fault, submit)).rejects.toThrow();
    expect(await traceOf(trainee.id)).toEqual(before);
    expect(await submit()).toMatchObject({ ok: true, value: { already: false } });
    expect(await submit()).toMatchObject({ ok: true, value: { already: true } });
    const [, , answers, grades, leaves, jobs] = await traceOf(trainee.id);
    expect([answers?.length, grades?.length, leaves?.length, jobs?.length]).toEqual([6, 1, 2, 1]);
    expect((await attemptEvidence(db, attempt.attemptId))?.checks).toEqual(allHold);
  });
});
