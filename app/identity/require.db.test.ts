import { expect, test } from 'vitest';
import { roles } from '~/kernel/actor';
import { aPerson } from '../../tests/support/a-person';
import { aSession } from '../../tests/support/a-session';
import { anAdministration } from '../../tests/support/an-administration';
import { useDatabase } from '../../tests/support/database';
import { optionalPerson, requirePerson, requireRole } from './require.server';

useDatabase();

const request = (path: string, init: RequestInit = {}) => new Request(`http://localhost:3000${path}`, init);

async function thrownBy(work: Promise<unknown>): Promise<Response> {
  const thrown: unknown = await work.then(() => null, (error: unknown) => error);
  if (!(thrown instanceof Response)) throw new Error('nothing was thrown');
  return thrown;
}

test('a stranger who looks at a page is sent to sign in and comes back to it', async () => {
  const response = await thrownBy(requirePerson(request('/courses/plastic-waste?lang=fr', { headers: { accept: 'text/html' } })));
  expect(response.status).toBe(302);
  expect(response.headers.get('location')).toBe('/login?next=%2Fcourses%2Fplastic-waste%3Flang%3Dfr');
});

test('a stranger who changes something, or asks for JSON, is answered 401', async () => {
  expect((await thrownBy(requirePerson(request('/logout', { method: 'POST' })))).status).toBe(401);
  const response = await thrownBy(requirePerson(request('/certificates', { headers: { accept: 'application/json' } })));
  expect(response.status).toBe(401);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(await response.json()).toMatchObject({ status: 401, refusal: 'sign-in-needed', title: 'Please sign in.' });
});

test('each role opens what is its own, and everything else is 403', async () => {
  const administration = await anAdministration();
  for (const role of roles) {
    const { id } = await aPerson(role === 'operator' ? { role } : { administrationId: administration.id, role });
    const cookie = await aSession(id);
    for (const asked of roles) {
      const outcome = requireRole(request('/', { headers: { cookie } }), asked);
      if (asked === role) expect((await outcome).actor).toEqual({ id, role, administrationId: role === 'operator' ? null : administration.id });
      else expect((await thrownBy(outcome)).status).toBe(403);
    }
  }
});

test('somebody with two roles acts in the one that was asked for', async () => {
  const administration = await anAdministration();
  const { id } = await aPerson({ administrationId: administration.id, roles: ['instructor', 'trainee'] });
  const headers = { cookie: await aSession(id) };
  expect((await requireRole(request('/', { headers }), 'instructor')).actor.role).toBe('instructor');
  expect((await requirePerson(request('/', { headers }))).actor.role).toBe('trainee');
});

test('a cookie that is no session is a stranger’s', async () => {
  expect(await optionalPerson(request('/', { headers: { cookie: 'session=made-up' } }))).toBeNull();
  expect(await optionalPerson(request('/'))).toBeNull();
});
