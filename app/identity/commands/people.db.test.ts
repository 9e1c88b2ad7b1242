import { beforeEach, describe, expect, test } from 'vitest';
import type { PersonActor, Role } from '~/kernel/actor';
import type { PersonId } from '~/kernel/ids';
import { aPerson, type APerson } from '../../../tests/support/a-person';
import { aSession } from '../../../tests/support/a-session';
import { type AnAdministration, anAdministration } from '../../../tests/support/an-administration';
import { useDatabase } from '../../../tests/support/database';
import { whoseSession } from '../store/sessions.server';
import { endRole, grantRole } from './change-person-role.server';
import { correctPerson } from './correct-person.server';
import { type Invitation, invitePerson } from './invite-person.server';
import { sendLink } from './send-link.server';

const { sql } = useDatabase();
const now = new Date('2026-11-24T09:00:00Z');
let home: AnAdministration;
let coordinator: APerson;
let trainee: APerson;

beforeEach(async () => {
  home = await anAdministration();
  coordinator = await aPerson({ administrationId: home.id, role: 'coordinator' });
  trainee = await aPerson({ administrationId: home.id });
});

const by = (actor: PersonActor) => ({ actor, now });
const rolesOf = async (personId: PersonId) =>
  (await sql('SELECT role FROM "RoleGrant" WHERE "personId" = $1 AND "endedAt" IS NULL ORDER BY role', [personId])).map(({ role }) => role);
const recorded = async (personId: PersonId) =>
  (await sql('SELECT e.type, e."actorId", e."actorRole", o.record->>\'role\' AS role FROM "LedgerEntry" e JOIN "LedgerOpening" o ON o."entryId" = e.id WHERE e."subjectId" = $1 ORDER BY e.arrival', [personId]));
const mailsTo = async (email: string) =>
  (await sql(`SELECT payload FROM graphile_worker._private_jobs WHERE payload->>'to' = $1`, [email])).map(({ payload }) => payload as Record<string, string>);

function invitation(given: Partial<Invitation> = {}): Invitation {
  return {
    email: `${Math.random().toString(36).slice(2)}@service.example`,
    name: 'Tomas Oyelaran', serviceNumber: null, role: 'trainee', postId: home.borderPostId, locale: 'fr', timeZone: 'Africa/Lagos', ...given,
  };
}

describe('inviting', () => {
  test('an invited person has the role on record and a link in the mailbox, in the language asked for', async () => {
    const given = invitation();
    const invited = await invitePerson(given, by(coordinator.actor));
    if (!invited.ok) throw new Error(invited.refusal);
    expect(await rolesOf(invited.value)).toEqual(['trainee']);
    expect(await recorded(invited.value)).toEqual([{ type: 'role-granted', actorId: coordinator.id, actorRole: 'coordinator', role: 'trainee' }]);
    const [mail] = await mailsTo(given.email);
    expect(mail?.['subject']).toBe('Votre compte Bluepost');
    expect(mail?.['text']).toMatch(/http:\/\/localhost:3000\/set-password\/[\w-]{43}\n/);
  });

  test('an e-mail or a service number that is taken is refused and leaves no trace', async () => {
    const first = invitation({ serviceNumber: 'AU-7' });
    expect(await invitePerson(first, by(coordinator.actor))).toMatchObject({ ok: true });
    const before = await sql('SELECT (SELECT count(*) FROM "Person") AS people, (SELECT count(*) FROM "LedgerEntry") AS entries, (SELECT count(*) FROM "OneTimeLink") AS links');
    expect(await invitePerson(invitation({ email: first.email }), by(coordinator.actor))).toEqual({ ok: false, refusal: 'email-taken' });
    expect(await invitePerson(invitation({ serviceNumber: 'AU-7' }), by(coordinator.actor))).toEqual({ ok: false, refusal: 'service-number-taken' });
    expect(await sql('SELECT (SELECT count(*) FROM "Person") AS people, (SELECT count(*) FROM "LedgerEntry") AS entries, (SELECT count(*) FROM "OneTimeLink") AS links')).toEqual(before);
  });

  test('another administration may use the same service number', async () => {
    await invitePerson(invitation({ serviceNumber: 'AU-8' }), by(coordinator.actor));
    const elsewhere = await anAdministration();
    const theirs = await aPerson({ administrationId: elsewhere.id, role: 'coordinator' });
    expect(await invitePerson(invitation({ serviceNumber: 'AU-8', postId: null }), by(theirs.actor))).toMatchObject({ ok: true });
  });

  test('of two coordinators who add the same person at once, one is told that it is done', async () => {
    const given = invitation();
    const outcomes = await Promise.all([1, 2, 3].map(() => invitePerson(given, by(coordinator.actor))));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.refusal === 'email-taken')).toHaveLength(2);
  });

  test('a post of another administration does not exist here', async () => {
    const elsewhere = await anAdministration();
    expect(await invitePerson(invitation({ postId: elsewhere.postId }), by(coordinator.actor))).toEqual({ ok: false, refusal: 'post-not-found' });
  });

  test('nobody is invited as an operator, and nobody but a coordinator invites', async () => {
    expect(await invitePerson(invitation({ role: 'operator' }), by(coordinator.actor))).toEqual({ ok: false, refusal: 'role-not-yours-to-give' });
    for (const role of ['trainee', 'instructor', 'auditor'] satisfies Role[]) {
      const other = await aPerson({ administrationId: home.id, role });
      expect(await invitePerson(invitation(), by(other.actor))).toEqual({ ok: false, refusal: 'not-your-task' });
    }
  });
});

describe('roles', () => {
  test('a role that is given or ended is in the ledger, and signs the person out everywhere', async () => {
    const tokens = async () => (await aSession(trainee.id)).split('=')[1] ?? '';
    const before = await tokens();
    expect(await grantRole({ personId: trainee.id, role: 'instructor' }, by(coordinator.actor))).toMatchObject({ ok: true });
    expect(await whoseSession(before)).toBeNull();
    const between = await tokens();
    expect((await whoseSession(between))?.roles).toEqual(['trainee', 'instructor']);
    expect(await endRole({ personId: trainee.id, role: 'trainee' }, by(coordinator.actor))).toMatchObject({ ok: true });
    expect(await whoseSession(between)).toBeNull();
    expect(await rolesOf(trainee.id)).toEqual(['instructor']);
    expect((await recorded(trainee.id)).map(({ type, role }) => `${String(type)} ${String(role)}`)).toEqual(['role-granted instructor', 'role-ended trainee']);
  });

  test('a role is held once and ends once, however many ask at the same moment', async () => {
    const twice = <T>(change: () => Promise<T>) => Promise.all([change(), change()]);
    const given = await twice(() => grantRole({ personId: trainee.id, role: 'auditor' }, by(coordinator.actor)));
    expect(given.map((result) => (result.ok ? 'ok' : result.refusal)).sort()).toEqual(['ok', 'role-already-held']);
    const ended = await twice(() => endRole({ personId: trainee.id, role: 'auditor' }, by(coordinator.actor)));
    expect(ended.map((result) => (result.ok ? 'ok' : result.refusal)).sort()).toEqual(['ok', 'role-not-held']);
    expect(await recorded(trainee.id)).toHaveLength(2);
  });

  test('somebody of another administration does not exist for a coordinator', async () => {
    const elsewhere = await anAdministration();
    const stranger = await aPerson({ administrationId: elsewhere.id });
    expect(await grantRole({ personId: stranger.id, role: 'auditor' }, by(coordinator.actor))).toEqual({ ok: false, refusal: 'person-not-found' });
    expect(await endRole({ personId: stranger.id, role: 'trainee' }, by(coordinator.actor))).toEqual({ ok: false, refusal: 'person-not-found' });
    expect(await rolesOf(stranger.id)).toEqual(['trainee']);
    expect(await recorded(stranger.id)).toEqual([]);
  });

  test('nobody changes the own roles', async () => {
    expect(await grantRole({ personId: coordinator.id, role: 'auditor' }, by(coordinator.actor))).toEqual({ ok: false, refusal: 'own-role' });
    expect(await endRole({ personId: coordinator.id, role: 'coordinator' }, by(coordinator.actor))).toEqual({ ok: false, refusal: 'own-role' });
  });

  test('the operator ends and gives coordinators of any administration, and no other role', async () => {
    const operator = await aPerson({ role: 'operator' });
    const acting = { actor: { id: operator.id, role: 'operator' as const, administrationId: null }, now };
    expect(await grantRole({ personId: trainee.id, role: 'auditor' }, acting)).toEqual({ ok: false, refusal: 'role-not-yours-to-give' });
    expect(await endRole({ personId: coordinator.id, role: 'coordinator' }, acting)).toMatchObject({ ok: true });
    expect(await grantRole({ personId: coordinator.id, role: 'coordinator' }, acting)).toMatchObject({ ok: true });
  });

  test('links sent to somebody who then lost the last role do not work', async () => {
    await sendLink({ personId: trainee.id, locale: 'en' }, by(coordinator.actor));
    await endRole({ personId: trainee.id, role: 'trainee' }, by(coordinator.actor));
    expect(await sql('SELECT 1 FROM "OneTimeLink" WHERE "personId" = $1 AND "usedAt" IS NULL', [trainee.id])).toEqual([]);
    expect(await sendLink({ personId: trainee.id, locale: 'en' }, by(coordinator.actor))).toEqual({ ok: false, refusal: 'link-for-nobody' });
  });
});

describe('correcting', () => {
  const correction = (given: object = {}) => ({ personId: trainee.id, revision: 0, name: 'Amina K. Kouyaté', serviceNumber: 'AU-9', email: trainee.email, postId: home.postId, ...given });

  test('name, service number and post are corrected together', async () => {
    expect(await correctPerson(correction(), by(coordinator.actor))).toEqual({ ok: true, value: true });
    const [row] = await sql('SELECT name, "serviceNumber", "postId", revision FROM "Person" WHERE id = $1', [trainee.id]);
    expect(row).toEqual({ name: 'Amina K. Kouyaté', serviceNumber: 'AU-9', postId: home.postId, revision: 1 });
  });

  test('a correction of what somebody else has changed meanwhile is refused', async () => {
    await correctPerson(correction(), by(coordinator.actor));
    expect(await correctPerson(correction({ name: 'Older Form' }), by(coordinator.actor))).toEqual({ ok: false, refusal: 'changed-meanwhile' });
  });

  test('the e-mail can be corrected until the person has set a password', async () => {
    expect(await correctPerson(correction({ email: `new-${trainee.email}` }), by(coordinator.actor))).toMatchObject({ ok: true });
    expect(await correctPerson(correction({ email: coordinator.email, revision: 1 }), by(coordinator.actor))).toEqual({ ok: false, refusal: 'email-taken' });
    const settled = await aPerson({ administrationId: home.id, password: 'three cranes at dawn' });
    expect(await correctPerson(correction({ personId: settled.id, serviceNumber: null, email: 'mine@evil.example' }), by(coordinator.actor))).toEqual({ ok: false, refusal: 'email-settled' });
  });

  test('what belongs to somebody else, or to nobody here, is refused', async () => {
    await aPerson({ administrationId: home.id, serviceNumber: 'AU-9' });
    expect(await correctPerson(correction(), by(coordinator.actor))).toEqual({ ok: false, refusal: 'service-number-taken' });
    const elsewhere = await anAdministration();
    const stranger = await aPerson({ administrationId: elsewhere.id });
    expect(await correctPerson(correction({ serviceNumber: null, postId: elsewhere.postId }), by(coordinator.actor))).toEqual({ ok: false, refusal: 'post-not-found' });
    expect(await correctPerson(correction({ personId: stranger.id }), by(coordinator.actor))).toEqual({ ok: false, refusal: 'person-not-found' });
    expect(await sendLink({ personId: stranger.id, locale: 'en' }, by(coordinator.actor))).toEqual({ ok: false, refusal: 'person-not-found' });
  });
});
