import pg from 'pg';
import { expect, test, vi } from 'vitest';
import { days, hours, later, minutes } from '~/kernel/instant';
import { withTransaction } from '~/platform/db.server';
import { aPerson } from '../../../tests/support/a-person';
import { aSession } from '../../../tests/support/a-session';
import { anAdministration } from '../../../tests/support/an-administration';
import { useDatabase } from '../../../tests/support/database';
import { hashPassword } from '../password-hash.server';
import { sessionIdAtRest } from '../store/session-adapter.server';
import { whoseSession } from '../store/sessions.server';
import { addressKey, countFailure } from '../store/throttles.server';
import { signIn } from './sign-in.server';
import { signOut } from './sign-out.server';

const { sql } = useDatabase();
const password = 'three cranes at dawn';
let addresses = 0;

async function aTrainee() {
  const administration = await anAdministration();
  return aPerson({ administrationId: administration.id, postId: administration.borderPostId, password });
}

/** Each story comes from an address of its own, unless it is about addresses. */
function attempt(email: string, given: { password?: string; address?: string; previousToken?: string; now?: Date } = {}) {
  addresses += 1;
  const { address = `192.0.2.${addresses}`, now = new Date() } = given;
  return signIn({ email, password: given.password ?? password, address, previousToken: given.previousToken ?? null }, { now });
}

async function signedInToken(email: string, previousToken?: string): Promise<string> {
  const outcome = await attempt(email, previousToken === undefined ? {} : { previousToken });
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value.token;
}

test('the right password opens a session that says who, where and in which roles', async () => {
  const person = await aTrainee();
  const who = await whoseSession(await signedInToken(person.email));
  expect(who).toMatchObject({ person: { id: person.id, email: person.email, name: person.name }, roles: ['trainee'], post: { code: 'red-ford' } });
  expect(who?.administration?.id).toBe(who?.actor.administrationId);
});

test('whoever reads the database finds no token to sign in with', async () => {
  const person = await aTrainee();
  const token = await signedInToken(person.email);
  const [row] = await sql('SELECT * FROM "Session" WHERE "personId" = $1', [person.id]);
  expect(JSON.stringify(row)).not.toContain(token);
  expect(row?.['id']).toBe(sessionIdAtRest(token));
  expect(await whoseSession(String(row?.['id']).slice(0, 40))).toBeNull();
});

test('each sign-in gets a new session, and the one that the browser had before ends', async () => {
  const person = await aTrainee();
  const planted = await signedInToken(person.email);
  const fresh = await signedInToken(person.email, planted);
  expect(fresh).not.toBe(planted);
  expect(await whoseSession(planted)).toBeNull();
  expect(await whoseSession(fresh)).not.toBeNull();
});

test('a session that nobody began is none', async () => {
  expect(await whoseSession('a'.repeat(40))).toBeNull();
  expect(await whoseSession('')).toBeNull();
  expect(await whoseSession("' OR 1=1 --")).toBeNull();
});

test('signing out ends this session and no other', async () => {
  const person = await aTrainee();
  const [here, elsewhere] = [await signedInToken(person.email), await signedInToken(person.email)];
  await signOut(here);
  expect(await whoseSession(here)).toBeNull();
  expect(await whoseSession(elsewhere)).not.toBeNull();
});

test('a session slides while it is used, and ends after a week in any case', async () => {
  const person = await aTrainee();
  const token = await signedInToken(person.email);
  const move = (column: string, to: Date) => sql(`UPDATE "Session" SET "${column}" = $2 WHERE "personId" = $1`, [person.id, to]);
  const end = async () => (await sql('SELECT "expiresAt" FROM "Session" WHERE "personId" = $1', [person.id]))[0]?.['expiresAt'] as Date;

  await move('expiresAt', later(new Date(), hours(5)));
  expect(await whoseSession(token)).not.toBeNull();
  expect((await end()).getTime()).toBeGreaterThan(later(new Date(), hours(11)).getTime());

  const lastMinute = later(new Date(), minutes(1));
  await move('absoluteExpiresAt', lastMinute);
  await move('expiresAt', lastMinute);
  expect(await whoseSession(token)).not.toBeNull();
  expect(await end()).toEqual(lastMinute);

  await move('absoluteExpiresAt', new Date(Date.now() - 1));
  expect(await whoseSession(token)).toBeNull();
});

test('a session that nobody used for a shift is over and gone', async () => {
  const person = await aTrainee();
  const token = await signedInToken(person.email);
  await sql('UPDATE "Session" SET "expiresAt" = $2 WHERE "personId" = $1', [person.id, new Date(Date.now() - 1)]);
  expect(await whoseSession(token)).toBeNull();
  expect(await sql('SELECT 1 FROM "Session" WHERE "personId" = $1', [person.id])).toEqual([]);
});

test('who holds no role any more is not let in, and a session left over opens nothing', async () => {
  const person = await aTrainee();
  const token = await signedInToken(person.email);
  await sql('UPDATE "RoleGrant" SET "endedAt" = now(), "endedBy" = $1 WHERE "personId" = $1', [person.id]);
  expect(await whoseSession(token)).toBeNull();
  expect(await attempt(person.email)).toEqual({ ok: false, refusal: 'sign-in-refused' });
});

test('an unknown account, one without a password and a wrong password get the same answer', async () => {
  const administration = await anAdministration();
  const invited = await aPerson({ administrationId: administration.id });
  const person = await aTrainee();
  const answers = await Promise.all([attempt('nobody@service.example'), attempt(invited.email), attempt(person.email, { password: 'a wrong password' })]);
  expect(answers).toEqual(Array(3).fill({ ok: false, refusal: 'sign-in-refused' }));
});

test('an unknown account takes as long as a wrong password', async () => {
  const person = await aTrainee();
  const duration = async (email: string) => {
    const start = performance.now();
    await attempt(email, { password: 'a wrong password', now: later(new Date(), days(Math.random() * 1000)) });
    return performance.now() - start;
  };
  const median = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  const known: number[] = [];
  const unknown: number[] = [];
  for (let round = 0; round < 9; round += 1) {
    await sql('DELETE FROM "SignInThrottle"');
    known.push(await duration(person.email));
    unknown.push(await duration(`nobody-${round}@service.example`));
  }
  // One Argon2id takes most of the time; without it an unknown account would be answered ten times faster.
  expect(median(unknown)).toBeGreaterThan(median(known) / 3);
  expect(median(unknown)).toBeLessThan(median(known) * 3);
});

test('after five failures even the right password has to wait, and then it works and clears the count', async () => {
  const person = await aTrainee();
  const start = new Date();
  for (let failure = 1; failure <= 5; failure += 1) {
    expect(await attempt(person.email, { password: `wrong ${failure}`, now: start })).toMatchObject({ refusal: 'sign-in-refused' });
  }
  expect(await attempt(person.email, { now: start })).toEqual({ ok: false, refusal: 'sign-in-throttled', retryAfterSeconds: 30 });
  const afterwards = later(start, minutes(1));
  expect(await attempt(person.email, { now: afterwards })).toMatchObject({ ok: true });
  expect(await attempt(person.email, { password: 'wrong again', now: afterwards })).toMatchObject({ refusal: 'sign-in-refused' });
});

test('an account that does not exist is throttled like one that does', async () => {
  const now = new Date();
  for (let failure = 1; failure <= 5; failure += 1) await attempt('ghost@service.example', { now });
  expect(await attempt('ghost@service.example', { now })).toMatchObject({ refusal: 'sign-in-throttled' });
});

test('an address that tries account after account has to wait; the others go on', async () => {
  const person = await aTrainee();
  const now = new Date();
  const keys = [addressKey('2001:db8::7')];
  for (let account = 1; account < 50; account += 1) await withTransaction('walk', (tx) => countFailure(tx, { keys, now }));
  expect(await attempt('walker@service.example', { address: '2001:db8::8', now })).toMatchObject({ refusal: 'sign-in-refused' });
  expect(await attempt(person.email, { address: '2001:db8:0:0:ffff::1', now })).toMatchObject({ refusal: 'sign-in-throttled' });
  expect(await attempt(person.email, { address: '2001:db8:0:1::1', now })).toMatchObject({ ok: true });
});

test('guesses all at once pass the throttle no more often than one by one, but for those already under way', async () => {
  const person = await aTrainee();
  const now = new Date();
  const outcomes = await Promise.all(Array.from({ length: 32 }, (_, n) => attempt(person.email, { password: `guess ${n}`, now })));
  const verified = outcomes.filter((outcome) => !outcome.ok && outcome.refusal === 'sign-in-refused').length;
  expect(verified).toBeGreaterThanOrEqual(5);
  expect(verified).toBeLessThanOrEqual(6);
  const [row] = await sql(`SELECT failures FROM "SignInThrottle" WHERE key LIKE 'account:%' ORDER BY failures DESC LIMIT 1`);
  expect(row?.['failures']).toBeGreaterThanOrEqual(verified);
});

test('thirty-two officers of one post sign in at the same moment', async () => {
  const administration = await anAdministration();
  const people = await Promise.all(Array.from({ length: 32 }, () => aPerson({ administrationId: administration.id })));
  await sql('UPDATE "Person" SET "passwordHash" = $2 WHERE "administrationId" = $1', [administration.id, await hashPassword(password)]);
  const outcomes = await Promise.all(people.map(({ email }) => attempt(email, { address: '198.51.100.9' })));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(32);
});

test('one account may be signed in thirty-two times at the same moment', async () => {
  const person = await aTrainee();
  const outcomes = await Promise.all(Array.from({ length: 32 }, () => attempt(person.email)));
  expect(new Set(outcomes.map((outcome) => outcome.ok && outcome.value.token)).size).toBe(32);
});

test('a page finds out who asks with one statement', async () => {
  const person = await aTrainee();
  const cookie = await aSession(person.id);
  const statements = vi.spyOn(pg.Client.prototype, 'query');
  expect(await whoseSession(cookie.split('=')[1] ?? '')).toMatchObject({ person: { id: person.id } });
  expect(statements).toHaveBeenCalledTimes(1);
});
