import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { attemptEvidence } from '~/assessment/queries/attempt-evidence.server';
import { db } from '~/platform/db.server';
import { aPerson } from '../support/a-person';
import { type AnAssessment, anAssessment } from '../support/an-assessment';
import { anAttempt, minute } from '../support/an-attempt';
import { anAdministration } from '../support/an-administration';
import { type AttemptCommandName, attemptCommands, type Stage } from '../support/attempt-commands';
import { useDatabase } from '../support/database';

const { sql } = useDatabase();

let administrationId: Awaited<ReturnType<typeof anAdministration>>['id'];
let assessment: AnAssessment;
let staff: Stage['staff'];

beforeAll(async () => {
  administrationId = (await anAdministration()).id;
  assessment = await anAssessment();
  staff = { ...(await aPerson({ administrationId, role: 'coordinator' })).actor, role: 'coordinator' };
});

async function newStage(): Promise<Stage> {
  return { attempt: await anAttempt({ assessment, actor: (await aPerson({ administrationId })).actor }), assessment, staff };
}

interface Row {
  readonly revision: number;
  readonly chainLength: number;
  readonly state: string;
}

async function rowOf({ attempt }: Stage): Promise<Row> {
  const [row] = await sql('SELECT revision, "chainLength", state FROM "Attempt" WHERE id = $1', [attempt.attemptId]);
  return row as unknown as Row;
}

const names = Object.keys(attemptCommands) as AttemptCommandName[];
/** Answers and flags are what happens most; minutes pass between the commands, sometimes more than are left. */
const command = fc.oneof({ weight: 3, arbitrary: fc.constantFrom<AttemptCommandName>('SAVE_ANSWER', 'FLAG') }, { weight: 4, arbitrary: fc.constantFrom(...names) });
const step = fc.record({ command, minutes: fc.oneof({ weight: 8, arbitrary: fc.nat(6) }, { weight: 1, arbitrary: fc.constant(70) }) });

test('whatever is done in whatever order: the revision rises by one or nothing happened, one ending wins, and the record gives the row', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
      const stage = await newStage();
      let now = 0;
      let before = await rowOf(stage);
      for (const { command: name, minutes } of steps) {
        now += minutes;
        await attemptCommands[name](stage, minute(now));
        const after = await rowOf(stage);
        // An answer after the deadline first settles the clock: still one change, of one command.
        expect(after.revision - before.revision).toBeLessThanOrEqual(1);
        expect(after.revision > before.revision).toBe(after.chainLength > before.chainLength);
        if (after.revision === before.revision) expect(after).toEqual(before);
        before = after;
      }
      const evidence = await attemptEvidence(db, stage.attempt.attemptId);
      expect(evidence?.checks).toEqual({ chain: true, replay: true, form: true, items: true, answers: true, grade: true });
      const endings = evidence?.events.filter(({ event }) => ['SUBMIT', 'CLOCK', 'VOID'].includes(event.type)) ?? [];
      expect(endings.length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 12 },
  );
}, 240_000);

test('commands at the same moment do not tear an attempt: each happens wholly or not at all, and one ending wins', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 4, maxLength: 8 }), async (commands) => {
      const stage = await newStage();
      await Promise.all(commands.map((name) => attemptCommands[name](stage, minute(name === 'CLOCK' ? 61 : 10))));
      const evidence = await attemptEvidence(db, stage.attempt.attemptId);
      expect(evidence?.checks).toEqual({ chain: true, replay: true, form: true, items: true, answers: true, grade: true });
      const row = await rowOf(stage);
      const endings = evidence?.events.filter(({ event }) => ['SUBMIT', 'CLOCK', 'VOID'].includes(event.type)) ?? [];
      expect(endings.length).toBeLessThanOrEqual(1);
      // Handing in writes three events in one command, every other command one.
      const threefold = evidence?.events.some(({ event }) => event.type === 'RELEASE') ? 2 : 0;
      expect(row.revision).toBe(row.chainLength - threefold);
    }),
    { numRuns: 8 },
  );
}, 240_000);
