import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { expect, test } from 'vitest';
import { aPerson } from '../../tests/support/a-person';
import { aSession } from '../../tests/support/a-session';
import { anAdministration } from '../../tests/support/an-administration';
import { useDatabase } from '../../tests/support/database';
import { action as changeRoles } from './admin.people.$personId.roles';
import { loader as personPage } from './admin.people.$personId._index';
import { action as addPerson } from './admin.people.new';
import { loader as outboxPage } from './admin.outbox._index';
import { action as login, loader as loginPage } from './login';
import { action as logout } from './logout';

const { sql } = useDatabase();
const password = 'three cranes at dawn';

interface Asked {
  readonly path: string;
  readonly form?: Record<string, string>;
  readonly cookie?: string;
  readonly params?: Record<string, string>;
  readonly headers?: Record<string, string>;
}

/** What Remix hands to a loader or an action. */
function asked({ path, form, cookie, params = {}, headers = {} }: Asked): LoaderFunctionArgs & ActionFunctionArgs {
  const all = { ...headers, ...(cookie && { cookie }) };
  const request = new Request(`http://localhost:3000${path}`, form ? { method: 'POST', body: new URLSearchParams(form), headers: all } : { headers: all });
  return { request, params, context: { nonce: '', requestId: '' } };
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly form?: { readonly refusal: string; readonly given: Record<string, string> } | undefined;
}

/** The answer, whether it was returned or thrown, as a response or as data with a status. */
async function answerOf(work: Promise<unknown>): Promise<Answer> {
  const answer: unknown = await work.catch((error: unknown) => error);
  if (answer instanceof Response) return answer;
  if (typeof answer !== 'object' || answer === null || !('init' in answer)) return { status: 200, headers: new Headers() };
  const { init, data } = answer as { init: ResponseInit | null; data: { form: Answer['form'] } };
  return { status: init?.status ?? 200, headers: new Headers(init?.headers), form: data.form };
}

async function aTrainee() {
  const administration = await anAdministration();
  return aPerson({ administrationId: administration.id, password });
}

test('signing in sets a fresh cookie and leads to the page that was asked for, never to another site', async () => {
  const { email } = await aTrainee();
  const to = async (next: string) => answerOf(login(asked({ path: '/login', form: { email, password, next } })));
  const home = await to('https://evil.example/');
  expect([home.status, home.headers.get('location')]).toEqual([303, '/']);
  const back = await to('/courses?page=2');
  expect(back.headers.get('location')).toBe('/courses?page=2');
  expect(back.headers.get('set-cookie')).toMatch(/^session=[a-z2-7]{40}; Path=\/; HttpOnly; SameSite=Lax$/);
  expect(back.headers.get('set-cookie')).not.toBe(home.headers.get('set-cookie'));
});

test('a wrong password brings the form back filled, but for the password', async () => {
  const { email } = await aTrainee();
  const answer = await answerOf(login(asked({ path: '/login', form: { email, password: 'a wrong one' } })));
  expect(answer).toMatchObject({ status: 401, form: { refusal: 'sign-in-refused', given: { email } } });
  expect(JSON.stringify(answer)).not.toContain('a wrong one');
});

test('who has tried too often is told when to come back', async () => {
  const form = { email: 'ghost@service.example', password: 'a wrong one' };
  for (let failure = 1; failure <= 5; failure += 1) await login(asked({ path: '/login', form }));
  const answer = await answerOf(login(asked({ path: '/login', form })));
  expect(answer.status).toBe(429);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  const json = await answerOf(login(asked({ path: '/login', form, headers: { accept: 'application/json' } })));
  expect([json.status, json.headers.get('content-type')]).toEqual([429, 'application/problem+json']);
});

test('signing out takes the session from the browser and from the server', async () => {
  const { id } = await aTrainee();
  const cookie = await aSession(id);
  const answer = await answerOf(logout(asked({ path: '/logout', form: {}, cookie })));
  expect(answer.status).toBe(303);
  expect(answer.headers.get('set-cookie')).toContain('session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0');
  expect(await sql('SELECT 1 FROM "Session" WHERE "personId" = $1', [id])).toEqual([]);
  expect(await loginPage(asked({ path: '/login', cookie }))).toMatchObject({ email: '' });
});

test('a coordinator’s pages and forms do not reach another administration', async () => {
  const home = await anAdministration();
  const elsewhere = await anAdministration();
  const cookie = await aSession((await aPerson({ administrationId: home.id, role: 'coordinator' })).id);
  const own = await aPerson({ administrationId: home.id });
  const stranger = await aPerson({ administrationId: elsewhere.id });
  const page = (personId: string) => answerOf(personPage(asked({ path: '/', cookie, params: { personId } })));
  const give = (personId: string) => answerOf(changeRoles(asked({ path: '/', cookie, params: { personId }, form: { change: 'give', role: 'auditor' } })));
  expect([(await page(own.id)).status, (await give(own.id)).status]).toEqual([200, 303]);
  for (const id of [stranger.id, 'per_malformed', 'per_0123456789abcdefghjkmnpqrs']) {
    expect([(await page(id)).status, (await give(id)).status]).toEqual([404, 404]);
  }
  const invitation = { name: 'N. Officer', email: 'n@service.example', serviceNumber: '', post: elsewhere.postId, role: 'trainee', locale: 'en' };
  expect((await answerOf(addPerson(asked({ path: '/', cookie, form: invitation })))).status).toBe(404);
});

test('a form with a forged role or a missing name is refused with the fields named, and adds nobody', async () => {
  const home = await anAdministration();
  const cookie = await aSession((await aPerson({ administrationId: home.id, role: 'coordinator' })).id);
  const form = { name: '', email: 'forged@service.example', serviceNumber: 'N-1', post: '', role: 'root', locale: 'en' };
  const answer = await answerOf(addPerson(asked({ path: '/', cookie, form })));
  expect(answer).toMatchObject({ status: 400, form: { refusal: 'bad-input', fields: ['name', 'role'], given: { email: 'forged@service.example', serviceNumber: 'N-1' } } });
  expect(await sql('SELECT 1 FROM "Person" WHERE email = $1', ['forged@service.example'])).toEqual([]);
});

test('only the operator reads the outbox, since its links open accounts', async () => {
  const home = await anAdministration();
  for (const role of ['trainee', 'instructor', 'auditor', 'coordinator'] as const) {
    const cookie = await aSession((await aPerson({ administrationId: home.id, role })).id);
    expect((await answerOf(outboxPage(asked({ path: '/admin/outbox', cookie })))).status).toBe(403);
  }
  const cookie = await aSession((await aPerson({ role: 'operator' })).id);
  expect(await outboxPage(asked({ path: '/admin/outbox', cookie }))).toMatchObject({ mails: [], sent: false });
});
