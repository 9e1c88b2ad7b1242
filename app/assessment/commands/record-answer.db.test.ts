import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aPerson } from '../../../tests/support/a-person';
import { type AnAssessment, anAssessment } from '../../../tests/support/an-assessment';
import { type AnAttempt, anAnswer, anAttempt, minute } from '../../../tests/support/an-attempt';
import { anAdministration } from '../../../tests/support/an-administration';
import { useDatabase } from '../../../tests/support/database';
import { statementsOf } from '../../../tests/support/statements';
import type { SentAnswer } from '../core/record-answer';
import { recordAnswer } from './record-answer.server';
import { submitAttempt } from './submit-attempt.server';
import { suspendAttempt } from './suspend-attempt.server';

const { sql } = useDatabase();

let administrationId: Awaited<ReturnType<typeof anAdministration>>['id'];
let assessment: AnAssessment;
let attempt: AnAttempt;

beforeAll(async () => {
  administrationId = (await anAdministration()).id;
  assessment = await anAssessment();
});

beforeEach(async () => {
  const trainee = await aPerson({ administrationId });
  attempt = await anAttempt({ assessment, actor: trainee.actor });
});

const answer = (options: Parameters<typeof anAnswer>[1]) => anAnswer({ attempt, assessment }, options);
const save = (sent: SentAnswer, at = minute(5)) => recordAnswer({ attemptId: attempt.attemptId, answer: sent }, { actor: attempt.actor, now: at });

/** Everything the database knows of the attempt. */
async function trace() {
  const [row] = await sql('SELECT * FROM "Attempt" WHERE id = $1', [attempt.attemptId]);
  const events = await sql('SELECT * FROM "AttemptEvent" WHERE "attemptId" = $1 ORDER BY sequence', [attempt.attemptId]);
  const answers = await sql('SELECT * FROM "Answer" WHERE "attemptId" = $1 ORDER BY number', [attempt.attemptId]);
  return { row, events, answers };
}

test('an answer is saved with its event, and the receipt says what the record holds', async () => {
  const before = await trace();
  const saved = await save(answer({ position: 2, number: 1 }));
  expect(saved).toMatchObject({ ok: true, value: { number: 1, position: 2, savedAt: minute(5), questions: 6, asSent: true } });
  const after = await trace();
  expect(after.row).toMatchObject({ revision: Number(before.row?.['revision']) + 1, chainLength: 2, chainHead: after.events[1]?.['hash'] });
  expect(after.events[1]).toMatchObject({ type: 'SAVE_ANSWER', previousHash: before.row?.['chainHead'] });
  expect(after.answers).toHaveLength(1);
});

test('the line broke after saving: the repeat returns the first outcome and adds nothing', async () => {
  const sent = answer({ position: 1 });
  const first = await save(sent);
  const before = await trace();
  expect(await save(sent, minute(30))).toEqual(first);
  expect(await trace()).toEqual(before);
});

test('a repeat is answered by its first outcome even after the end', async () => {
  const sent = answer({ position: 1 });
  const first = await save(sent);
  await submitAttempt(attempt, { actor: attempt.actor, now: minute(10) });
  expect(await save(sent, minute(90))).toEqual(first);
});

test('a repeat that says something else says what was saved, and that it was not this', async () => {
  await save(answer({ position: 1, choose: 'right' }));
  const before = await trace();
  const again = await save(answer({ position: 1, choose: 'wrong' }));
  expect(again).toMatchObject({ ok: true, value: { asSent: false, chosen: answer({ position: 1, choose: 'right' }).response } });
  expect(await trace()).toEqual(before);
});

describe('refused without a trace', () => {
  test.each([
    ['an answer of an older tab', () => answer({ position: 1, number: 4 }), minute(6), 'answer-out-of-date'],
    ['another answer under a number that was used', () => ({ ...answer({ position: 1, number: 5 }), answerId: 'another-tab' }), minute(6), 'answer-number-used'],
    ['an answer to a question of somebody else', () => ({ ...answer({ position: 2 }), item: 'q0000000000' }), minute(6), 'unknown-item'],
    ['an option of another question', () => answer({ position: 2, choose: ['o0000000000'] }), minute(6), 'unknown-option'],
  ] as const)('%s', async (_, sent, at, refusal) => {
    await save(answer({ position: 1, number: 5 }));
    const before = await trace();
    expect(await save(sent(), at)).toEqual({ ok: false, refusal });
    expect(await trace()).toEqual(before);
  });

  test('an answer to a suspended attempt', async () => {
    const { actor } = await aPerson({ administrationId, role: 'coordinator' });
    await suspendAttempt({ attemptId: attempt.attemptId, reason: 'Fire alarm at the post.' }, { actor: { ...actor, role: 'coordinator' }, now: minute(3) });
    const before = await trace();
    expect(await save(answer({ position: 1 }))).toEqual({ ok: false, refusal: 'attempt-suspended' });
    expect(await trace()).toEqual(before);
  });

  test('an answer to somebody else’s attempt, of the own or of another administration', async () => {
    const before = await trace();
    const other = await anAdministration();
    for (const stranger of [await aPerson({ administrationId }), await aPerson({ administrationId: other.id })]) {
      const given = { attemptId: attempt.attemptId, answer: answer({ position: 1 }) };
      expect(await recordAnswer(given, { actor: stranger.actor, now: minute(5) })).toEqual({ ok: false, refusal: 'attempt-not-found' });
    }
    expect(await trace()).toEqual(before);
  });
});

test('an answer at the deadline comes too late: it leaves no trace, and the attempt ends as of its deadline', async () => {
  await save(answer({ position: 1 }), minute(59.99));
  expect(await save(answer({ position: 2 }), minute(60))).toEqual({ ok: false, refusal: 'time-is-up' });
  const { row, answers, events } = await trace();
  expect(row).toMatchObject({ state: 'released', finishedAt: minute(60) });
  expect(answers).toHaveLength(1);
  expect(events.map((event) => event['type'])).toEqual(['START', 'SAVE_ANSWER', 'CLOCK', 'GRADE', 'RELEASE']);
  expect(await save(answer({ position: 2 }), minute(61))).toEqual({ ok: false, refusal: 'attempt-closed' });
});

test('six answers at the same time are all saved, one after the other in the chain', async () => {
  const outcomes = await Promise.all([1, 2, 3, 4, 5, 6].map((position) => save(answer({ position }))));
  expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
  const { row, events, answers } = await trace();
  expect(answers).toHaveLength(6);
  expect(row).toMatchObject({ revision: 7, chainLength: 7, chainHead: events[6]?.['hash'] });
  events.slice(1).forEach((event, index) => expect(event['previousHash']).toBe(events[index]?.['hash']));
});

test('the same answer sent twice at the same time is saved once', async () => {
  const sent = answer({ position: 3 });
  const [first, second] = await Promise.all([save(sent), save(sent)]);
  expect(second).toEqual(first);
  expect((await trace()).answers).toHaveLength(1);
});

test('answers of many trainees at the same time, good and bad, each get their own outcome', async () => {
  const others = await Promise.all(Array.from({ length: 12 }, async () => anAttempt({ assessment, actor: (await aPerson({ administrationId })).actor })));
  const outcomes = await Promise.all(
    others.map((other, index) => {
      const good = anAnswer({ attempt: other, assessment }, { position: 1 });
      const sent = index % 3 === 0 ? { ...good, item: 'q0000000000' } : good;
      return recordAnswer({ attemptId: other.attemptId, answer: sent }, { actor: other.actor, now: minute(5) });
    }),
  );
  outcomes.forEach((outcome, index) => expect(outcome.ok).toBe(index % 3 !== 0));
  const [saved] = await sql('SELECT count(*)::int AS count FROM "Answer" WHERE "attemptId" = ANY($1)', [others.map((other) => other.attemptId)]);
  expect(saved).toEqual({ count: 8 });
});

test('saving an answer takes five statements in one transaction, and twenty together take no more', async () => {
  const alone = await statementsOf(() => save(answer({ position: 1 })));
  expect(alone).toHaveLength(5);
  expect([alone[0], alone[4]]).toEqual(['BEGIN', 'COMMIT']);
  const others = await Promise.all(Array.from({ length: 20 }, async () => anAttempt({ assessment, actor: (await aPerson({ administrationId })).actor })));
  const together = await statementsOf(() =>
    Promise.all(others.map((other) => recordAnswer({ attemptId: other.attemptId, answer: anAnswer({ attempt: other, assessment }, { position: 1 }) }, { actor: other.actor, now: minute(5) }))),
  );
  // Two lanes start with one answer each; the eighteen that came meanwhile share the next transaction.
  expect(together.length).toBeLessThanOrEqual(4 * 5);
});
