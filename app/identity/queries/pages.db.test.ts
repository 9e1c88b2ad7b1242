import { describe, expect, test } from 'vitest';
import { db } from '~/platform/db.server';
import { aPerson } from '../../../tests/support/a-person';
import { anAdministration } from '../../../tests/support/an-administration';
import { useDatabase } from '../../../tests/support/database';
import { makeDemoPeople } from '../commands/make-demo-people.server';
import { administrationPage, administrationsPage } from './administrations-page.server';
import { certificateHolder } from './certificate-holder.server';
import { peoplePage } from './people-page.server';
import { personPage } from './person-page.server';
import { postsPage } from './posts-page.server';
import { systemPage } from './system-page.server';

useDatabase();

describe('the list of people', () => {
  test('shows the own administration alone, by name, a page at a time', async () => {
    const home = await anAdministration();
    const elsewhere = await anAdministration();
    await aPerson({ administrationId: elsewhere.id, name: 'A Stranger' });
    const names = Array.from({ length: 27 }, (_, n) => `Officer ${String(n).padStart(2, '0')}`);
    await Promise.all(names.map((name) => aPerson({ administrationId: home.id, name })));
    const asked = { administrationId: home.id, text: '', role: null };
    const [first, second, third] = await Promise.all([1, 2, 3].map((page) => peoplePage({ ...asked, page })));
    expect([...(first?.people ?? []), ...(second?.people ?? [])].map(({ name }) => name)).toEqual(names);
    expect(first).toMatchObject({ total: 27, pages: 2 });
    expect(third?.people).toEqual([]);
  });

  test('finds by a piece of name, e-mail or service number, whatever the case, and takes signs as they are', async () => {
    const home = await anAdministration();
    await aPerson({ administrationId: home.id, name: 'Amina Kouyaté', email: `amina-${home.code}@service.example`, serviceNumber: 'AU_1041' });
    await aPerson({ administrationId: home.id, name: 'Tomas Oyelaran', serviceNumber: 'AU-1057', role: 'auditor' });
    const found = async (text: string, role: 'auditor' | null = null) =>
      (await peoplePage({ administrationId: home.id, text, role, page: 1 })).people.map(({ name }) => name);
    expect(await found('kouyat')).toEqual(['Amina Kouyaté']);
    expect(await found('AMINA-')).toEqual(['Amina Kouyaté']);
    expect(await found('1057')).toEqual(['Tomas Oyelaran']);
    expect(await found('AU_')).toEqual(['Amina Kouyaté']);
    expect(await found('%')).toEqual([]);
    expect(await found('', 'auditor')).toEqual(['Tomas Oyelaran']);
  });
});

test('a person of another administration has no page', async () => {
  const home = await anAdministration();
  const elsewhere = await anAdministration();
  const { id } = await aPerson({ administrationId: elsewhere.id });
  expect(await personPage({ administrationId: home.id, personId: id })).toBeNull();
  expect(await personPage({ administrationId: elsewhere.id, personId: id })).toMatchObject({ person: { id }, hasPassword: false, history: [{ role: 'trainee', endedAt: null }] });
});

test('posts are shown as a tree with how many work there', async () => {
  const home = await anAdministration();
  await aPerson({ administrationId: home.id, postId: home.borderPostId });
  expect((await postsPage(home.id)).map(({ code, depth, people }) => [code, depth, people])).toEqual([['hq', 0, 0], ['red-ford', 1, 1]]);
});

test('the operator sees administrations and their coordinators, and none of their other people', async () => {
  const home = await anAdministration();
  const coordinator = await aPerson({ administrationId: home.id, role: 'coordinator' });
  await aPerson({ administrationId: home.id, role: 'auditor' });
  expect((await administrationsPage()).find(({ code }) => code === home.code)).toMatchObject({ people: 2, posts: 2 });
  expect((await administrationPage(home.code))?.coordinators.map(({ id }) => id)).toEqual([coordinator.id]);
  expect(await administrationPage('nowhere')).toBeNull();
});

test('a certificate learns its holder’s name, number and administration', async () => {
  const home = await anAdministration();
  const { id, email } = await aPerson({ administrationId: home.id, name: 'Amina Kouyaté', serviceNumber: 'AU-1', locale: 'fr', timeZone: 'Africa/Lagos' });
  expect(await certificateHolder(db, id)).toEqual({
    personId: id, name: 'Amina Kouyaté', serviceNumber: 'AU-1', email, locale: 'fr', timeZone: 'Africa/Lagos',
    administration: { id: home.id, code: home.code, name: home.name },
  });
  expect(await certificateHolder(db, (await aPerson({ role: 'operator' })).id)).toBeNull();
});

test('the system page measures the database, the migrations, the jobs and the log', async () => {
  await makeDemoPeople({ now: new Date() });
  const state = await systemPage(new Date());
  expect(state).toMatchObject({ migrations: { failed: 0 }, mail: 'outbox', attention: [] });
  expect(state.migrations.last).toMatch(/^\d{14}_/);
  expect(state.database.version).toMatch(/^\d+/);
  expect(state.jobs).toEqual({ waiting: 0, failed: 0, oldestSeconds: 0 });
});
