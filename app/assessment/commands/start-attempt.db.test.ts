import { beforeAll, beforeEach, expect, test } from 'vitest';
import { aPerson, type APerson } from '../../../tests/support/a-person';
import { type AnAssessment, anAssessment } from '../../../tests/support/an-assessment';
import { answerAll, anAttempt, minute } from '../../../tests/support/an-attempt';
import { anAdministration } from '../../../tests/support/an-administration';
import { useDatabase } from '../../../tests/support/database';
import { hashOfForm } from '../core/attempt-form';
import { startAttempt } from './start-attempt.server';
import { submitAttempt } from './submit-attempt.server';
import { voidAttempt } from './void-attempt.server';

const { sql } = useDatabase();

let administrationId: Awaited<ReturnType<typeof anAdministration>>['id'];
let assessment: AnAssessment;
let trainee: APerson;

beforeAll(async () => {
  administrationId = (await anAdministration()).id;
  assessment = await anAssessment();
});

beforeEach(async () => {
  trainee = await aPerson({ administrationId });
});

const start = (now: Date, code = assessment.code) => startAttempt({ assessment: code, locale: 'fr' }, { actor: trainee.actor, now });
const day = (count: number) => minute(count * 24 * 60);

async function sit(now: Date, right: number) {
  const attempt = await anAttempt({ assessment, actor: trainee.actor, startedAt: now });
  await answerAll({ attempt, assessment }, { right, at: new Date(now.getTime() + 1000) });
  await submitAttempt(attempt, { actor: trainee.actor, now: new Date(now.getTime() + 2000) });
  return attempt;
}

test('a start freezes what is shown and tells the ledger in the same transaction', async () => {
  const attempt = await anAttempt({ assessment, actor: trainee.actor });
  const [row] = await sql('SELECT * FROM "Attempt" WHERE id = $1', [attempt.attemptId]);
  expect(row).toMatchObject({ state: 'inProgress', number: 1, revision: 1, deadlineAt: minute(60), personId: trainee.id, administrationId });
  const [event] = await sql('SELECT * FROM "AttemptEvent" WHERE "attemptId" = $1', [attempt.attemptId]);
  expect(event).toMatchObject({ type: 'START', sequence: 1, payload: { formHash: hashOfForm(attempt.form), itemCount: 6 } });
  const ledger = await sql('SELECT type, "actorId" FROM "LedgerEntry" WHERE "subjectId" = $1', [attempt.attemptId]);
  expect(ledger).toEqual([{ type: 'attempt-started', actorId: trainee.id }]);
  await expect(sql(`UPDATE "Attempt" SET form = '{}' WHERE id = $1`, [attempt.attemptId])).rejects.toThrow('frozen');
  await expect(sql('DELETE FROM "Attempt" WHERE id = $1', [attempt.attemptId])).rejects.toThrow('frozen');
});

test('a second start leads back to the attempt that runs', async () => {
  const attempt = await anAttempt({ assessment, actor: trainee.actor });
  expect(await start(minute(10))).toEqual({ ok: true, value: { attemptId: attempt.attemptId, resumed: true } });
});

test('ten starts at the same moment make one attempt', async () => {
  const starts = await Promise.all(Array.from({ length: 10 }, () => start(minute(0))));
  expect(new Set(starts.map((outcome) => outcome.ok && outcome.value.attemptId)).size).toBe(1);
  expect(starts.filter((outcome) => outcome.ok && !outcome.value.resumed)).toHaveLength(1);
});

test('after a fail the next attempt waits a day; three are all there are', async () => {
  await sit(day(0), 0);
  expect(await start(new Date(day(1).getTime() + 1999))).toEqual({ ok: false, refusal: 'attempt-cooling-down' });
  await sit(new Date(day(1).getTime() + 2000), 0);
  await sit(day(3), 0);
  expect(await start(day(300))).toEqual({ ok: false, refusal: 'attempt-limit-reached' });
  const numbers = await sql('SELECT number FROM "Attempt" WHERE "personId" = $1 ORDER BY number', [trainee.id]);
  expect(numbers.map(({ number }) => number)).toEqual([1, 2, 3]);
});

test('who has passed does not sit again before the certificate nears its end', async () => {
  await sit(day(0), 6);
  expect(await start(day(2))).toEqual({ ok: false, refusal: 'already-passed' });
});

test('a voided attempt neither counts nor makes anybody wait', async () => {
  const attempt = await anAttempt({ assessment, actor: trainee.actor });
  const { actor } = await aPerson({ administrationId, role: 'coordinator' });
  await voidAttempt({ attemptId: attempt.attemptId, reason: 'Power cut at the post.' }, { actor: { ...actor, role: 'coordinator' }, now: minute(20) });
  const again = await start(minute(21));
  expect(again).toMatchObject({ ok: true, value: { resumed: false } });
  const ledger = await sql(`SELECT type FROM "LedgerEntry" WHERE "subjectId" = $1 ORDER BY arrival`, [attempt.attemptId]);
  expect(ledger.map(({ type }) => type)).toEqual(['attempt-started', 'attempt-voided']);
});

test('an attempt whose time ran out unnoticed is ended first, as of its deadline', async () => {
  const attempt = await anAttempt({ assessment, actor: trainee.actor });
  expect(await start(minute(61))).toEqual({ ok: false, refusal: 'attempt-cooling-down' });
  const [row] = await sql('SELECT state, "finishedAt" FROM "Attempt" WHERE id = $1', [attempt.attemptId]);
  expect(row).toEqual({ state: 'released', finishedAt: minute(60) });
  expect(await start(minute(60 + 24 * 60))).toMatchObject({ ok: true, value: { resumed: false } });
});

test('an unknown assessment and a bank that is too small are refused without a trace', async () => {
  expect(await start(minute(0), 'no-such-exam')).toEqual({ ok: false, refusal: 'assessment-not-found' });
  expect(await start(minute(0), "x' OR 1=1")).toEqual({ ok: false, refusal: 'assessment-not-found' });
  const small = await anAssessment({ itemsPerOutcome: 1 });
  expect(await start(minute(0), small.code)).toEqual({ ok: false, refusal: 'bank-too-small' });
  expect(await sql('SELECT id FROM "Attempt" WHERE "personId" = $1', [trainee.id])).toEqual([]);
});
