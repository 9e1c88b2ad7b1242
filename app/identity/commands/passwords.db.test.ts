import { beforeEach, expect, test } from 'vitest';
import { days, hours, later, minutes } from '~/kernel/instant';
import { withTransaction } from '~/platform/db.server';
import { aPerson, type APerson } from '../../../tests/support/a-person';
import { aSession } from '../../../tests/support/a-session';
import { anAdministration } from '../../../tests/support/an-administration';
import { useDatabase } from '../../../tests/support/database';
import { verifyPassword } from '../password-hash.server';
import { whoseSession } from '../store/sessions.server';
import { askForLink } from './ask-for-link.server';
import { changePassword } from './change-password.server';
import { makeLink } from './mail-link.server';
import { setPasswordByLink } from './set-password-by-link.server';
import { signIn } from './sign-in.server';

const { sql } = useDatabase();
const oldPassword = 'three cranes at dawn';
const newPassword = 'seven barges upstream';
const now = new Date();
let person: APerson;

beforeEach(async () => {
  const administration = await anAdministration();
  person = await aPerson({ administrationId: administration.id, password: oldPassword });
});

const account = () => ({ id: person.id, email: person.email, name: person.name, locale: null, timeZone: 'UTC' });
const token = async () => (await aSession(person.id)).split('=')[1] ?? '';
const letIn = async (password: string) =>
  (await signIn({ email: person.email, password, address: '192.0.2.1', previousToken: null }, { now: later(now, days(Math.random() * 900)) })).ok;

async function aLink(personId = person.id): Promise<string> {
  const address = await withTransaction('a-link', (tx) => makeLink(tx, { personId, occasion: 'invitation', now }));
  return address.split('/').at(-1) ?? '';
}

async function mailsTo(email: string): Promise<Record<string, unknown>[]> {
  const rows = await sql(`SELECT payload FROM graphile_worker._private_jobs WHERE payload->>'to' = $1`, [email]);
  return rows.map(({ payload }) => payload as Record<string, unknown>);
}

test('a changed password signs the person out everywhere but here', async () => {
  const [elsewhere, here] = [await token(), await token()];
  const outcome = await changePassword({ person: account(), currentPassword: oldPassword, newPassword }, { now });
  if (!outcome.ok) throw new Error(outcome.refusal);
  expect(await Promise.all([elsewhere, here].map(whoseSession))).toEqual([null, null]);
  expect(await whoseSession(outcome.value.token)).toMatchObject({ person: { id: person.id } });
  expect(await letIn(oldPassword)).toBe(false);
  expect(await letIn(newPassword)).toBe(true);
});

test('a refused change leaves password and sessions as they were', async () => {
  const here = await token();
  const change = (currentPassword: string, wanted: string) => changePassword({ person: account(), currentPassword, newPassword: wanted }, { now });
  expect(await change('not the password', newPassword)).toEqual({ ok: false, refusal: 'current-password-wrong' });
  expect(await change(oldPassword, 'short')).toEqual({ ok: false, refusal: 'password-too-short' });
  expect(await change(oldPassword, person.email)).toEqual({ ok: false, refusal: 'password-holds-email' });
  expect(await whoseSession(here)).not.toBeNull();
  expect(await letIn(oldPassword)).toBe(true);
});

test('guessing the current password on a machine left signed in is throttled like signing in', async () => {
  const guess = () => changePassword({ person: account(), currentPassword: 'a guess', newPassword }, { now });
  for (let failure = 1; failure <= 5; failure += 1) expect(await guess()).toMatchObject({ refusal: 'current-password-wrong' });
  expect(await guess()).toMatchObject({ refusal: 'sign-in-throttled', retryAfterSeconds: 30 });
});

test('a link sets the password once, signs in here and nowhere else, and makes older links useless', async () => {
  const elsewhere = await token();
  const [first, second] = [await aLink(), await aLink()];
  const outcome = await setPasswordByLink({ linkToken: second, password: newPassword }, { now });
  if (!outcome.ok) throw new Error(outcome.refusal);
  expect(await whoseSession(outcome.value.token)).toMatchObject({ person: { id: person.id } });
  expect(await whoseSession(elsewhere)).toBeNull();
  for (const used of [first, second]) {
    expect(await setPasswordByLink({ linkToken: used, password: 'another one, later' }, { now })).toEqual({ ok: false, refusal: 'link-not-valid' });
  }
  expect(await letIn(newPassword)).toBe(true);
});

test('of two browsers that use a link at once, one wins', async () => {
  const linkToken = await aLink();
  const outcomes = await Promise.all([newPassword, 'another fine password'].map((password) => setPasswordByLink({ linkToken, password }, { now })));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  const [row] = await sql('SELECT "passwordHash" FROM "Person" WHERE id = $1', [person.id]);
  const winner = outcomes[0]?.ok ? newPassword : 'another fine password';
  expect(await verifyPassword({ passwordHash: String(row?.['passwordHash']), password: winner })).toBe(true);
});

test('a link that is unknown, malformed, too old or of somebody who has left sets nothing', async () => {
  const linkToken = await aLink();
  const refused = { ok: false, refusal: 'link-not-valid' };
  expect(await setPasswordByLink({ linkToken: 'x'.repeat(43), password: newPassword }, { now })).toEqual(refused);
  expect(await setPasswordByLink({ linkToken: '', password: newPassword }, { now })).toEqual(refused);
  expect(await setPasswordByLink({ linkToken, password: newPassword }, { now: later(now, hours(73)) })).toEqual(refused);
  await sql('UPDATE "RoleGrant" SET "endedAt" = now() WHERE "personId" = $1', [person.id]);
  expect(await setPasswordByLink({ linkToken, password: newPassword }, { now })).toEqual(refused);
});

test('a weak password does not use the link up', async () => {
  const linkToken = await aLink();
  expect(await setPasswordByLink({ linkToken, password: 'bluepost-demo' }, { now })).toEqual({ ok: false, refusal: 'password-obvious' });
  expect(await setPasswordByLink({ linkToken, password: newPassword }, { now })).toMatchObject({ ok: true });
});

test('the database holds no link that works', async () => {
  const linkToken = await aLink();
  const rows = await sql('SELECT * FROM "OneTimeLink" WHERE "personId" = $1', [person.id]);
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(linkToken);
});

test('a forgotten password brings a mail to its owner, an unknown address none, and the answer is the same', async () => {
  const ask = (email: string) => askForLink({ email, address: '192.0.2.9', locale: 'fr' }, { now });
  expect(await ask(person.email)).toEqual(await ask('nobody@service.example'));
  const [mail] = await mailsTo(person.email);
  expect(mail).toMatchObject({ to: person.email, subject: 'Un nouveau mot de passe pour Bluepost' });
  const linkToken = /set-password\/(\S+)/.exec(String(mail?.['text']))?.[1] ?? '';
  expect(await setPasswordByLink({ linkToken, password: newPassword }, { now: later(now, minutes(119)) })).toMatchObject({ ok: true });
  expect(await mailsTo('nobody@service.example')).toEqual([]);
});

test('nobody fills a stranger’s mailbox, and asking does not lock the owner out', async () => {
  for (let times = 1; times <= 5; times += 1) await askForLink({ email: person.email, address: `203.0.113.${times}`, locale: 'en' }, { now });
  expect(await askForLink({ email: person.email, address: '203.0.113.98', locale: 'en' }, { now })).toMatchObject({ refusal: 'sign-in-throttled' });
  expect(await mailsTo(person.email)).toHaveLength(5);
  expect(await letIn(oldPassword)).toBe(true);
});
