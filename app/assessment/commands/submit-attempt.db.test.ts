import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aPerson } from '../../../tests/support/a-person';
import { type AnAssessment, anAssessment } from '../../../tests/support/an-assessment';
import { type AnAttempt, answerAll, anAttempt, minute } from '../../../tests/support/an-attempt';
import { anAdministration } from '../../../tests/support/an-administration';
import { useDatabase } from '../../../tests/support/database';
import type { AdministrationId } from '~/kernel/ids';
import { db } from '~/platform/db.server';
import { attemptEvidence } from '../queries/attempt-evidence.server';
import { attemptOutcome } from '../queries/attempt-outcome.server';
import { attemptResult } from '../queries/attempt-result.server';
import { appealAttempt, decideAppeal } from './appeal-attempt.server';
import { extendAttempt } from './extend-attempt.server';
import { flagItem } from './flag-item.server';
import { regradeAttempt } from './regrade-attempt.server';
import { resumeAttempt } from './resume-attempt.server';
import { sweepAttempts } from './settle-attempt.server';
import { submitAttempt } from './submit-attempt.server';
import { suspendAttempt } from './suspend-attempt.server';
import { voidAttempt } from './void-attempt.server';

const { sql } = useDatabase();

let administrationId: AdministrationId;
let assessment: AnAssessment;
let attempt: AnAttempt;

beforeAll(async () => {
  administrationId = (await anAdministration()).id;
  assessment = await anAssessment();
});

beforeEach(async () => {
  attempt = await anAttempt({ assessment, actor: (await aPerson({ administrationId })).actor });
});

const submit = (now = minute(20)) => submitAttempt(attempt, { actor: attempt.actor, now });
const row = async () => (await sql('SELECT * FROM "Attempt" WHERE id = $1', [attempt.attemptId]))[0]!;
const jobs = () => sql(`SELECT key FROM graphile_worker.jobs WHERE task_identifier = 'attempt-passed' AND key = $1`, [attempt.attemptId]);
const ledger = async () => (await sql('SELECT type FROM "LedgerEntry" WHERE "subjectId" = $1 ORDER BY arrival', [attempt.attemptId])).map(({ type }) => type);

async function coordinator(of = administrationId) {
  const { actor } = await aPerson({ administrationId: of, role: 'coordinator' });
  return { ...actor, role: 'coordinator' as const };
}

describe('handing in', () => {
  test('a pass is graded, told to the ledger, released at once, and asks for its certificate', async () => {
    await answerAll({ attempt, assessment }, { right: 6 });
    expect(await submit()).toEqual({ ok: true, value: { attemptId: attempt.attemptId, already: false } });
    expect(await row()).toMatchObject({ state: 'released', finishedAt: minute(20), revision: 8 });
    expect(await ledger()).toEqual(['attempt-started', 'attempt-graded']);
    expect(await jobs()).toHaveLength(1);
    const outcome = await attemptOutcome(db, attempt.attemptId);
    expect(outcome).toMatchObject({ points: 36, maxPoints: 36, passed: true, attemptNumber: 1, courseCode: assessment.courseCode });
    const events = await sql('SELECT type, hash FROM "AttemptEvent" WHERE "attemptId" = $1 ORDER BY sequence', [attempt.attemptId]);
    expect(outcome?.chainHead).toBe(events.find(({ type }) => type === 'GRADE')?.['hash']);
  });

  test('a fail is graded and released too, and asks for nothing', async () => {
    await answerAll({ attempt, assessment }, { right: 1 });
    await submit();
    expect(await jobs()).toEqual([]);
    const result = await attemptResult(db, { attemptId: attempt.attemptId, personId: attempt.actor.id, locale: 'fr', now: minute(21) });
    expect(result).toMatchObject({ state: 'released', atDeadline: false, score: { passed: false }, next: { may: 'not-start', refusal: 'attempt-cooling-down', possibleAt: minute(20 + 24 * 60) } });
    expect(JSON.stringify(result)).not.toMatch(/correct|feedback|misconception/);
  });

  test('passing an assessment that certifies nothing asks for no certificate', async () => {
    const plain = await anAssessment({ definition: { certificate: null } });
    attempt = await anAttempt({ assessment: plain, actor: attempt.actor });
    await answerAll({ attempt, assessment: plain }, { right: 6 });
    await submit();
    expect(await jobs()).toEqual([]);
    expect(await attemptOutcome(db, attempt.attemptId)).toMatchObject({ passed: true, certificate: null });
  });

  test('of five submissions at once one wins and all lead to the same result', async () => {
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => submit()));
    expect(outcomes.filter((outcome) => outcome.ok && !outcome.value.already)).toHaveLength(1);
    expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
    expect(await sql('SELECT id FROM "Grade" WHERE "attemptId" = $1', [attempt.attemptId])).toHaveLength(1);
  });

  test('a submission after the deadline finds what the clock handed in', async () => {
    await answerAll({ attempt, assessment }, { right: 6 });
    expect(await submit(minute(75))).toMatchObject({ ok: true, value: { already: true } });
    expect(await row()).toMatchObject({ state: 'released', finishedAt: minute(60) });
  });

  test('nobody hands in for somebody else', async () => {
    const stranger = await aPerson({ administrationId });
    expect(await submitAttempt(attempt, { actor: stranger.actor, now: minute(5) })).toEqual({ ok: false, refusal: 'attempt-not-found' });
    expect(await row()).toMatchObject({ state: 'inProgress' });
  });
});

describe('the sweeper', () => {
  test('ends what is due as of its deadline, leaves the rest, and finds nothing the second time', async () => {
    const later = await anAttempt({ assessment: await anAssessment(), actor: attempt.actor, startedAt: minute(30) });
    expect(await sweepAttempts({ now: minute(59.99) })).toBe(0);
    expect(await sweepAttempts({ now: minute(61) })).toBeGreaterThanOrEqual(1);
    expect(await row()).toMatchObject({ state: 'released', finishedAt: minute(60) });
    expect((await sql('SELECT state FROM "Attempt" WHERE id = $1', [later.attemptId]))[0]).toEqual({ state: 'inProgress' });
    expect(await sweepAttempts({ now: minute(61) })).toBe(0);
  });

  test('two sweepers at once end each attempt once', async () => {
    await Promise.all([sweepAttempts({ now: minute(61) }), sweepAttempts({ now: minute(61) })]);
    expect(await sql('SELECT id FROM "Grade" WHERE "attemptId" = $1', [attempt.attemptId])).toHaveLength(1);
  });
});

describe('the coordinator', () => {
  const why = () => ({ attemptId: attempt.attemptId, reason: 'The line was down for half an hour.' });

  test('extends, suspends and resumes with a reason that stays in the record', async () => {
    const actor = await coordinator();
    expect(await extendAttempt({ ...why(), minutes: 15 }, { actor, now: minute(10) })).toEqual({ ok: true, value: { deadlineAt: minute(75) } });
    expect(await suspendAttempt(why(), { actor, now: minute(20) })).toMatchObject({ ok: true });
    expect(await submit(minute(25))).toEqual({ ok: false, refusal: 'attempt-suspended' });
    await sweepAttempts({ now: minute(90) });
    expect(await row()).toMatchObject({ state: 'suspended' });
    expect(await resumeAttempt(why(), { actor, now: minute(50) })).toEqual({ ok: true, value: { deadlineAt: minute(105) } });
    expect(await row()).toMatchObject({ state: 'inProgress', deadlineAt: minute(105) });
    const [event] = await sql(`SELECT "actorId", payload FROM "AttemptEvent" WHERE "attemptId" = $1 AND type = 'SUSPEND'`, [attempt.attemptId]);
    expect(event).toEqual({ actorId: actor.id, payload: { actorRole: 'coordinator', reason: why().reason } });
  });

  test('of another administration finds no such attempt', async () => {
    const actor = await coordinator((await anAdministration()).id);
    for (const outcome of [voidAttempt(why(), { actor, now: minute(5) }), suspendAttempt(why(), { actor, now: minute(5) }), regradeAttempt(why(), { actor, now: minute(5) })]) {
      expect(await outcome).toEqual({ ok: false, refusal: 'attempt-not-found' });
    }
    expect(await row()).toMatchObject({ state: 'inProgress', revision: 1 });
  });

  test('voids an open attempt, never one with a result', async () => {
    const actor = await coordinator();
    expect(await voidAttempt(why(), { actor, now: minute(70) })).toEqual({ ok: false, refusal: 'attempt-closed' });
    expect(await row()).toMatchObject({ state: 'released', finishedAt: minute(60) });
    expect(await ledger()).toEqual(['attempt-started', 'attempt-graded']);
  });

  test('decides an appeal, and a regrade is a further grade beside the first', async () => {
    await answerAll({ attempt, assessment }, { right: 6 });
    await submit();
    const actor = await coordinator();
    expect(await appealAttempt({ attemptId: attempt.attemptId, reason: 'Question 3 has two right answers.' }, { actor: attempt.actor, now: minute(30) })).toMatchObject({ ok: true });
    expect(await regradeAttempt(why(), { actor, now: minute(31) })).toEqual({ ok: false, refusal: 'attempt-under-appeal' });
    expect(await decideAppeal({ ...why(), decision: 'upheld' }, { actor, now: minute(32) })).toMatchObject({ ok: true });
    expect(await regradeAttempt(why(), { actor, now: minute(33) })).toEqual({ ok: true, value: { points: 36, passed: true } });
    const grades = await sql('SELECT number, points FROM "Grade" WHERE "attemptId" = $1 ORDER BY number', [attempt.attemptId]);
    expect(grades).toEqual([{ number: 1, points: 36 }, { number: 2, points: 36 }]);
    expect((await attemptEvidence(db, attempt.attemptId))?.checks).toEqual(allHold);
  });
});

const allHold = { chain: true, replay: true, form: true, items: true, answers: true, grade: true };

describe('marking to look at again', () => {
  test('is remembered, undone, and harmless to repeat', async () => {
    const item = attempt.form.items[2]!.id;
    const flag = (flagged: boolean) => flagItem({ attemptId: attempt.attemptId, item, flagged }, { actor: attempt.actor, now: minute(3) });
    expect(await flag(true)).toEqual({ ok: true, value: { position: 3 } });
    expect(await flag(true)).toEqual({ ok: true, value: { position: 3 } });
    expect(await row()).toMatchObject({ revision: 2, context: { flagged: [3] } });
    expect(await flag(false)).toEqual({ ok: true, value: { position: 3 } });
    expect(await flagItem({ attemptId: attempt.attemptId, item: 'q0', flagged: true }, { actor: attempt.actor, now: minute(3) })).toEqual({ ok: false, refusal: 'unknown-item' });
  });
});

describe('the evidence', () => {
  test('of an untouched attempt holds in every part', async () => {
    await answerAll({ attempt, assessment }, { right: 4 });
    await submit();
    const evidence = await attemptEvidence(db, attempt.attemptId);
    expect(evidence?.checks).toEqual(allHold);
    expect(evidence?.items[0]).toMatchObject({ position: 1, versionHolds: true, response: { chosen: evidence?.items[0]?.key.correct } });
    expect(evidence?.events.map(({ event }) => event.type)).toEqual(['START', ...Array(6).fill('SAVE_ANSWER'), 'SUBMIT', 'GRADE', 'RELEASE']);
  });

  test.each([
    ['an answer that was changed', `UPDATE "Answer" SET response = '{"chosen":[]}' WHERE "attemptId" = $1 AND position = 2`, { answers: false }],
    ['an event that was changed', `UPDATE "AttemptEvent" SET "actorId" = 'system' WHERE "attemptId" = $1 AND sequence = 3`, { chain: false }],
    ['an event that was taken out', `DELETE FROM "AttemptEvent" WHERE "attemptId" = $1 AND sequence = 3`, { chain: false, replay: false, answers: false }],
    ['a grade that was raised', `UPDATE "Grade" SET points = 36, passed = true WHERE "attemptId" = $1`, { grade: false }],
    ['a state that was changed', `UPDATE "Attempt" SET state = 'underAppeal' WHERE id = $1`, { replay: false }],
    ['an item that was changed', `UPDATE "ItemVersion" SET hash = 'other' WHERE id = (SELECT form->'items'->0->>'itemVersionId' FROM "Attempt" WHERE id = $1)`, { items: false }],
  ])('shows %s', async (_, tampering, broken) => {
    await answerAll({ attempt, assessment }, { right: 1 });
    await submit();
    // Whoever can do this has disarmed the database's own guards.
    await sql(`DO $$ BEGIN EXECUTE 'SET session_replication_role = replica'; EXECUTE format($q$${tampering.replaceAll('$1', '%L')}$q$, '${attempt.attemptId}'); EXECUTE 'SET session_replication_role = origin'; END $$`);
    expect((await attemptEvidence(db, attempt.attemptId))?.checks).toEqual({ ...allHold, ...broken });
  });
});
