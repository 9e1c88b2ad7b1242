import { getAdjacencyMap, getShortestPaths } from 'xstate/graph';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AttemptState } from '~/assessment/core/attempt';
import type { AttemptEvent } from '~/assessment/core/attempt-event';
import { attemptMachine } from '~/assessment/core/attempt-machine';
import { attemptEvidence } from '~/assessment/queries/attempt-evidence.server';
import { mintId } from '~/kernel/ids';
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

/** One event of each kind, at a time at which it can happen; the clock strikes long after every deadline. */
const at = (count: number) => minute(count).toISOString();
const actorId = mintId('person', new Uint8Array(26));
const byStaff = { actorId, actorRole: 'coordinator' as const, reason: 'Why.' };
const grade = { gradeId: mintId('grade', new Uint8Array(26)), gradeNumber: 1, points: 0, maxPoints: 36, passed: false, graderVersion: 1 };
const events: AttemptEvent[] = [
  { type: 'START', at: at(0), actorId, assessmentVersionId: mintId('assessmentVersion', new Uint8Array(26)), number: 1, locale: 'en', formHash: '0'.repeat(64), itemCount: 6, deadlineAt: at(60) },
  { type: 'SAVE_ANSWER', at: at(5), actorId, position: 1, answerId: 'answer-1', number: 1, chosen: [] },
  { type: 'FLAG', at: at(5), actorId, position: 1, flagged: true },
  { type: 'EXTEND', at: at(5), ...byStaff, minutes: 15 },
  { type: 'SUBMIT', at: at(5), actorId },
  { type: 'CLOCK', at: at(600), actorId: 'system' },
  { type: 'SUSPEND', at: at(5), ...byStaff },
  { type: 'RESUME', at: at(5), ...byStaff },
  { type: 'VOID', at: at(5), ...byStaff },
  { type: 'GRADE', at: at(5), actorId: 'system', ...grade, openItems: 0 },
  { type: 'GRADE', at: at(5), actorId: 'system', ...grade, openItems: 1 },
  { type: 'MARKS_IN', at: at(5), actorId, ...grade },
  { type: 'RELEASE', at: at(5), actorId: 'system' },
  { type: 'APPEAL', at: at(5), actorId, reason: 'Why.' },
  { type: 'UPHELD', at: at(5), ...byStaff },
  { type: 'DISMISSED', at: at(5), ...byStaff },
  { type: 'REGRADE', at: at(5), ...byStaff, ...grade },
];

/** States are told apart by their name: what the context adds (which answers, which deadline) is for the random lists. */
const options = { events, serializeState: (snapshot: { readonly value: unknown }) => String(snapshot.value) };

/** No committed row is ever in these: a command passes through them inside its transaction. */
const passedThrough = new Set(['ready', 'submitted', 'autoSubmitted', 'graded']);
/** Reached only with items that a person marks; there is no such item type yet. The core's tests walk these edges. */
const notYet = new Set(['awaitingMarks']);
const stable = ['inProgress', 'suspended', 'released', 'underAppeal', 'voided'] as const satisfies readonly AttemptState[];
type Stable = (typeof stable)[number];

/** What a whole command does in the model: to hand in is to be graded and released as well. */
interface Edge {
  readonly from: Stable;
  readonly command: AttemptCommandName;
  readonly to: string;
}

const machineEdges = Object.entries(getAdjacencyMap(attemptMachine, options)).flatMap(([from, { transitions }]) =>
  Object.values(transitions).flatMap(({ event, state }) => ('type' in event ? [{ from, type: event.type, to: String(state.value), same: from === String(state.value) }] : [])),
);

function isCommand(type: string): type is AttemptCommandName {
  return Object.hasOwn(attemptCommands, type);
}

function isStable(state: string): state is Stable {
  return stable.some((name) => name === state);
}

/** Edges that leave a committed state by a command; the way through the transient states ends at `released`. */
function commandEdges(): Edge[] {
  const selfMoves = new Set(['SAVE_ANSWER', 'FLAG', 'EXTEND', 'REGRADE']);
  return machineEdges.flatMap(({ from, type, to, same }) => {
    if (!isStable(from) || !isCommand(type) || (same && !(selfMoves.has(type) && accepts(from, type)))) return [];
    return [{ from, command: type, to: passedThrough.has(to) ? 'released' : to }];
  });
}

function accepts(from: Stable, type: string): boolean {
  return attemptMachine.states[from].on[type as never] !== undefined;
}

/** The shortest way from the start to a committed state, as commands. */
function wayTo(state: Stable): AttemptCommandName[] {
  const path = getShortestPaths(attemptMachine, options).find((found) => String(found.state.value) === state);
  if (!path) throw new Error(`There is no way to ${state}`);
  return path.steps.map(({ event }) => event.type).filter((type): type is AttemptCommandName => isCommand(type));
}

async function stageAt(state: Stable): Promise<Stage> {
  const { actor } = await aPerson({ administrationId });
  const stage = { attempt: await anAttempt({ assessment, actor }), assessment, staff };
  for (const command of wayTo(state)) await attemptCommands[command](stage, momentOf(command));
  expect(await stateOf(stage)).toBe(state);
  return stage;
}

const momentOf = (command: AttemptCommandName) => minute(command === 'CLOCK' ? 600 : 5);
const stateOf = async ({ attempt }: Stage) => (await sql('SELECT state FROM "Attempt" WHERE id = $1', [attempt.attemptId]))[0]?.['state'];

/** Everything that the database knows of an attempt. */
async function trace({ attempt: { attemptId } }: Stage) {
  const tables = ['SELECT * FROM "Attempt" WHERE id = $1', 'SELECT * FROM "AttemptEvent" WHERE "attemptId" = $1 ORDER BY sequence', 'SELECT * FROM "Answer" WHERE "attemptId" = $1 ORDER BY number', 'SELECT * FROM "Grade" WHERE "attemptId" = $1 ORDER BY number', 'SELECT * FROM "LedgerEntry" WHERE "subjectId" = $1 ORDER BY arrival'];
  return Promise.all(tables.map((table) => sql(table, [attemptId])));
}

test('every edge of the machine is either walked below by a real command, or is one that no committed row can take', () => {
  const walked = new Set(commandEdges().map(({ from, command }) => `${from} ${command}`));
  const moves = machineEdges.filter(({ same }) => !same);
  const unwalked = moves.filter(({ from, type }) => !walked.has(`${from} ${type}`)).map(({ from }) => from);
  expect(unwalked.every((from) => passedThrough.has(from) || notYet.has(from))).toBe(true);
  expect([...new Set(machineEdges.map(({ from }) => from))].sort()).toEqual([...stable, ...passedThrough, ...notYet].sort());
});

describe('every path of the machine, through the real commands on a real database', () => {
  test.each(commandEdges())('an attempt that is $from, after $command, is $to', async ({ from, command, to }) => {
    const stage = await stageAt(from);
    const [before] = (await trace(stage))[0]!;
    await attemptCommands[command](stage, momentOf(command));
    const [after] = (await trace(stage))[0]!;
    expect(after?.['state']).toBe(to);
    expect(after?.['revision']).toBe(Number(before?.['revision']) + 1);
    const evidence = await attemptEvidence(db, stage.attempt.attemptId);
    expect(evidence?.checks).toEqual({ chain: true, replay: true, form: true, items: true, answers: true, grade: true });
  });
});

describe('the world is closed: what the machine does not take leaves no trace', () => {
  test.each(stable)('of an attempt that is %s', async (state) => {
    const stage = await stageAt(state);
    const taken = new Set(commandEdges().filter(({ from }) => from === state).map(({ command }) => command));
    const before = await trace(stage);
    for (const [command, run] of Object.entries(attemptCommands)) {
      if (!taken.has(command as AttemptCommandName)) await run(stage, momentOf(command as AttemptCommandName));
      expect(await trace(stage), command).toEqual(before);
    }
    // At the deadline a running attempt takes nothing more, and the clock nothing before it.
    if (state === 'inProgress') {
      await attemptCommands.CLOCK(stage, minute(59));
      expect(await trace(stage)).toEqual(before);
    }
  });
});
