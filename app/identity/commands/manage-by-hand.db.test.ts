import { expect, test } from 'vitest';
import { aPerson } from '../../../tests/support/a-person';
import { anAdministration } from '../../../tests/support/an-administration';
import { useDatabase } from '../../../tests/support/database';
import { everybody } from '../queries/everybody.server';
import { addPersonByHand, changeRoleByHand, makeLinkByHand, type PersonByHand } from './manage-by-hand.server';
import { setPasswordByLink } from './set-password-by-link.server';

const { sql } = useDatabase();
const now = new Date();

function byHand(given: Partial<PersonByHand> = {}): PersonByHand {
  return {
    email: `${Math.random().toString(36).slice(2)}@service.example`, name: 'Rosa Okafor', role: 'operator', administrationCode: null,
    administrationName: null, postCode: null, timeZone: 'UTC', passwordHash: null, ...given,
  };
}

test('the first operator of an installation comes in by a link from the command line', async () => {
  const person = byHand();
  const added = await addPersonByHand(person, { now });
  if (!added.ok) throw new Error(added.refusal);
  const linkToken = added.value.link?.split('/').at(-1) ?? '';
  expect(await setPasswordByLink({ linkToken, password: 'three cranes at dawn' }, { now })).toMatchObject({ ok: true });
  expect(await everybody()).toContainEqual({ email: person.email, name: 'Rosa Okafor', roles: ['operator'], administrationCode: null });
  const [entry] = await sql('SELECT "actorId", "actorRole" FROM "LedgerEntry" e JOIN "Person" p ON p.id = e."subjectId" WHERE p.email = $1', [person.email]);
  expect(entry).toEqual({ actorId: 'system', actorRole: 'system' });
});

test('a named administration is made with its first person, and not at all when the person is refused', async () => {
  const name = { en: 'Customs of Cassia', fr: 'Douanes de Cassie' };
  const coordinator = byHand({ role: 'coordinator', administrationCode: 'cassia' });
  expect(await addPersonByHand(coordinator, { now })).toEqual({ ok: false, refusal: 'administration-unknown' });
  expect(await addPersonByHand({ ...coordinator, administrationName: name }, { now })).toMatchObject({ ok: true });
  const refusedOne = byHand({ email: coordinator.email, role: 'trainee', administrationCode: 'dassia', administrationName: name });
  expect(await addPersonByHand(refusedOne, { now })).toEqual({ ok: false, refusal: 'email-taken' });
  expect(await sql(`SELECT code FROM "Administration" WHERE code IN ('cassia', 'dassia')`)).toEqual([{ code: 'cassia' }]);
});

test('an operator belongs to no administration, everybody else to one, and to a post that exists', async () => {
  const home = await anAdministration();
  expect(await addPersonByHand(byHand({ administrationCode: home.code }), { now })).toEqual({ ok: false, refusal: 'role-needs-administration' });
  expect(await addPersonByHand(byHand({ role: 'trainee' }), { now })).toEqual({ ok: false, refusal: 'role-needs-administration' });
  expect(await addPersonByHand(byHand({ role: 'trainee', administrationCode: home.code, postCode: 'nowhere' }), { now })).toEqual({ ok: false, refusal: 'post-unknown' });
  expect(await addPersonByHand(byHand({ role: 'trainee', administrationCode: home.code, postCode: 'red-ford' }), { now })).toMatchObject({ ok: true });
});

test('roles are given and ended by e-mail, operators too, and a link is for who can sign in', async () => {
  const operator = await aPerson({ role: 'operator' });
  const change = (what: 'give' | 'end') => changeRoleByHand({ email: operator.email, role: 'operator', change: what }, { now });
  expect(await change('give')).toEqual({ ok: false, refusal: 'role-already-held' });
  expect(await change('end')).toMatchObject({ ok: true });
  expect(await makeLinkByHand({ email: operator.email }, { now })).toEqual({ ok: false, refusal: 'link-for-nobody' });
  expect(await change('give')).toMatchObject({ ok: true });
  expect(await makeLinkByHand({ email: operator.email }, { now })).toMatchObject({ ok: true });
  expect(await makeLinkByHand({ email: 'nobody@service.example' }, { now })).toEqual({ ok: false, refusal: 'person-unknown' });
});
