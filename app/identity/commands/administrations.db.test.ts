import { expect, test } from 'vitest';
import { seconds } from '~/kernel/instant';
import { configure, env } from '~/platform/env.server';
import { aPerson } from '../../../tests/support/a-person';
import { anAdministration } from '../../../tests/support/an-administration';
import { useDatabase } from '../../../tests/support/database';
import { demoPeople } from '../core/demo-people';
import { addAdministration, type AdministrationToAdd } from './add-administration.server';
import { addPost } from './add-post.server';
import { inviteCoordinator } from './invite-coordinator.server';
import { makeDemoPeople } from './make-demo-people.server';
import { movePost } from './move-post.server';
import { signIn } from './sign-in.server';
import { sweepSessions } from './sweep-sessions.server';

const { sql } = useDatabase();
const now = new Date('2026-11-24T09:00:00Z');

async function anOperator() {
  const { id } = await aPerson({ role: 'operator' });
  return { actor: { id, role: 'operator' as const, administrationId: null }, now };
}

function toAdd(given: Partial<AdministrationToAdd> = {}): AdministrationToAdd {
  return {
    code: `svc-${Math.random().toString(36).slice(2, 8)}`,
    name: { en: 'Customs of Cassia', fr: 'Douanes de Cassie' },
    headquarters: { en: 'Headquarters', fr: 'Direction générale' },
    coordinator: { email: `${Math.random().toString(36).slice(2)}@cassia.example`, name: 'Nadia Osei', locale: 'fr' },
    timeZone: 'Africa/Accra',
    ...given,
  };
}

test('the operator adds an administration with its headquarters and a coordinator, who gets a link', async () => {
  const given = toAdd();
  const added = await addAdministration(given, await anOperator());
  if (!added.ok) throw new Error(added.refusal);
  const [person] = await sql('SELECT p.id, o.code FROM "Person" p JOIN "Post" o ON o.id = p."postId" WHERE p.email = $1 AND p."administrationId" = $2', [given.coordinator.email, added.value]);
  expect(person?.['code']).toBe('hq');
  expect(await sql('SELECT type FROM "LedgerEntry" WHERE "subjectId" = $1', [person?.['id']])).toEqual([{ type: 'role-granted' }]);
  expect(await sql(`SELECT 1 FROM graphile_worker._private_jobs WHERE payload->>'to' = $1`, [given.coordinator.email])).toHaveLength(1);
});

test('a taken code or e-mail is refused and adds nothing', async () => {
  const operator = await anOperator();
  const first = toAdd();
  await addAdministration(first, operator);
  const count = () => sql('SELECT (SELECT count(*) FROM "Administration") AS a, (SELECT count(*) FROM "Person") AS p, (SELECT count(*) FROM "Post") AS o');
  const before = await count();
  expect(await addAdministration(toAdd({ code: first.code }), operator)).toEqual({ ok: false, refusal: 'administration-code-taken' });
  expect(await addAdministration(toAdd({ coordinator: first.coordinator }), operator)).toEqual({ ok: false, refusal: 'email-taken' });
  expect(await count()).toEqual(before);
});

test('a coordinator adds no administrations and no coordinators elsewhere', async () => {
  const home = await anAdministration();
  const elsewhere = await anAdministration();
  const { actor } = await aPerson({ administrationId: home.id, role: 'coordinator' });
  expect(await addAdministration(toAdd(), { actor, now })).toEqual({ ok: false, refusal: 'not-your-task' });
  const coordinator = { administrationId: elsewhere.id, email: 'x@service.example', name: 'X', locale: 'en' as const, timeZone: 'UTC' };
  expect(await inviteCoordinator(coordinator, { actor, now })).toEqual({ ok: false, refusal: 'not-your-task' });
  expect(await inviteCoordinator(coordinator, await anOperator())).toMatchObject({ ok: true });
});

test('posts are added below the own ones and moved, never in a circle and never across administrations', async () => {
  const home = await anAdministration();
  const elsewhere = await anAdministration();
  const by = { actor: (await aPerson({ administrationId: home.id, role: 'coordinator' })).actor };
  const name = { en: 'Salt Road', fr: 'Route-du-Sel' };
  const added = await addPost({ parentId: home.borderPostId, code: 'salt-road', name }, by);
  if (!added.ok) throw new Error(added.refusal);
  expect(await addPost({ parentId: null, code: 'salt-road', name }, by)).toEqual({ ok: false, refusal: 'post-code-taken' });
  expect(await addPost({ parentId: elsewhere.postId, code: 'far', name }, by)).toEqual({ ok: false, refusal: 'post-not-found' });
  expect(await movePost({ postId: home.borderPostId, parentId: added.value }, by)).toEqual({ ok: false, refusal: 'post-would-circle' });
  expect(await movePost({ postId: elsewhere.borderPostId, parentId: home.postId }, by)).toEqual({ ok: false, refusal: 'post-not-found' });
  expect(await movePost({ postId: home.borderPostId, parentId: elsewhere.postId }, by)).toEqual({ ok: false, refusal: 'post-not-found' });
  expect(await movePost({ postId: added.value, parentId: home.postId }, by)).toEqual({ ok: true, value: true });
  expect(await sql('SELECT "parentId" FROM "Post" WHERE id = $1', [added.value])).toEqual([{ parentId: home.postId }]);
});

test('two moves at once never close a circle together', async () => {
  const home = await anAdministration();
  const by = { actor: (await aPerson({ administrationId: home.id, role: 'coordinator' })).actor };
  const [a, b] = await Promise.all(['a-post', 'b-post'].map((code) => addPost({ parentId: home.postId, code, name: { en: code, fr: code } }, by)));
  if (!a?.ok || !b?.ok) throw new Error('not added');
  const moves = await Promise.all([movePost({ postId: a.value, parentId: b.value }, by), movePost({ postId: b.value, parentId: a.value }, by)]);
  expect(moves.map((move) => (move.ok ? 'ok' : move.refusal)).sort()).toEqual(['ok', 'post-would-circle']);
});

test('the demo people are made once, however often and by however many processes it is asked', async () => {
  const first = await Promise.all([makeDemoPeople({ now }), makeDemoPeople({ now })]);
  expect(first.every(({ ok }) => ok)).toBe(true);
  const picture = () => sql('SELECT (SELECT count(*)::int FROM "Administration" WHERE code IN (\'aurelia\', \'borealis\')) AS administrations, (SELECT count(*)::int FROM "Post" o JOIN "Administration" a ON a.id = o."administrationId" WHERE a.code IN (\'aurelia\', \'borealis\')) AS posts, (SELECT count(*)::int FROM "Person" WHERE email = ANY($1)) AS people', [demoPeople.map(({ email }) => email)]);
  expect(await picture()).toEqual([{ administrations: 2, posts: 10, people: 10 }]);
  const start = performance.now();
  expect(await makeDemoPeople({ now })).toEqual({ ok: true, value: { made: 0 } });
  expect(performance.now() - start).toBeLessThan(seconds(1));
  expect(await picture()).toEqual([{ administrations: 2, posts: 10, people: 10 }]);
});

test('a demo person signs in with the password of the contract', async () => {
  await makeDemoPeople({ now });
  const outcome = await signIn({ email: 'trainee@aurelia.example', password: 'bluepost-demo', address: '192.0.2.1', previousToken: null }, { now });
  expect(outcome).toMatchObject({ ok: true });
});

test('production has no demo people, whatever is asked', async () => {
  const before = env();
  configure({ ...before, production: true, demo: true });
  try {
    expect(await makeDemoPeople({ now })).toEqual({ ok: false, refusal: 'demo-in-production' });
  } finally {
    configure(before);
  }
});

test('the sweep removes what is over and nothing else', async () => {
  const home = await anAdministration();
  const person = await aPerson({ administrationId: home.id });
  const session = (id: string, expiresAt: string) =>
    sql('INSERT INTO "Session" VALUES ($1, $2, $3, $4, $4)', [id, person.id, now, expiresAt]);
  await session('over', '2026-11-24T08:59:59Z');
  await session('open', '2026-11-24T09:00:01Z');
  await sql('INSERT INTO "SignInThrottle" VALUES (\'account:old\', 9, $1, NULL), (\'account:new\', 9, $2, NULL), (\'account:blocked\', 9, $1, $3)', ['2026-11-24T07:00:00Z', '2026-11-24T08:30:00Z', '2026-11-24T09:10:00Z']);
  await sql('INSERT INTO "OneTimeLink" VALUES (\'old\', $1, $2, $2, NULL), (\'new\', $1, $2, $3, NULL)', [person.id, '2026-09-01T00:00:00Z', '2026-11-20T00:00:00Z']);
  expect(await sweepSessions({ now })).toEqual({ sessions: 1, links: 1, throttles: 1 });
  expect(await sweepSessions({ now })).toEqual({ sessions: 0, links: 0, throttles: 0 });
});
