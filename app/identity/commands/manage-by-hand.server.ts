import type { Role } from '~/kernel/actor';
import type { AdministrationId, PostId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import type { Localized } from '~/kernel/locale';
import { done, refused, type Result } from '~/kernel/result';
import { type Tx, withTransaction } from '~/platform/db.server';
import { newId } from '~/platform/random.server';
import type { RoleGiver, RoleRefusal } from '../core/role-rules';
import { createAdministration, findAdministrationByCode } from '../store/administrations.server';
import { findPersonByEmail } from '../store/people.server';
import { listPosts } from '../store/posts.server';
import { lockPersonWithRoles } from '../store/role-grants.server';
import { giveRole, takeRole } from './change-roles.server';
import { makeLink } from './mail-link.server';
import { registerPerson, type RegistrationRefusal } from './register-person.server';

/** Whoever sits at the machine acts as the platform itself, and the ledger says so. */
const byHand: RoleGiver = { id: 'system', role: 'system', administrationId: null };

export interface PersonByHand {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** Null for an operator. */
  readonly administrationCode: string | null;
  /** Makes the administration when there is none of that code. */
  readonly administrationName: Localized | null;
  readonly postCode: string | null;
  readonly timeZone: string;
  /** Null to get a link instead. */
  readonly passwordHash: string | null;
}

export type AddByHandRefusal = RegistrationRefusal | 'administration-unknown' | 'post-unknown';

/** Adds a person from the command line of the machine. @returns a one-time link, null when a password was given */
export function addPersonByHand(given: PersonByHand, { now }: { readonly now: Instant }): Promise<Result<{ readonly link: string | null }, AddByHandRefusal>> {
  return withTransaction('add-person-by-hand', async (tx) => {
    const { administrationCode, administrationName, postCode, role, ...person } = given;
    const administrationId = administrationCode === null ? null : await findOrMake(tx, { code: administrationCode, name: administrationName, now });
    if (administrationCode !== null && administrationId === null) return refused('administration-unknown');
    const postId = await findPostId(tx, { administrationId, postCode });
    if (postCode !== null && postId === null) return refused('post-unknown');
    const registration = { ...person, administrationId, postId, serviceNumber: null, locale: null, roles: [role] };
    const registered = await registerPerson(tx, { registration, giver: byHand, now });
    if (!registered.ok) throw new Undone(registered.refusal);
    return done({ link: person.passwordHash === null ? await makeLink(tx, { personId: registered.value, occasion: 'invitation', now }) : null });
  }).catch(undoneAsRefusal);
}

/** Rolls back an administration that was made for a person who was then refused. */
class Undone extends Error {
  constructor(readonly refusal: RegistrationRefusal) {
    super(refusal);
  }
}

function undoneAsRefusal(error: unknown): { ok: false; refusal: RegistrationRefusal } {
  if (error instanceof Undone) return refused(error.refusal);
  throw error;
}

async function findOrMake(tx: Tx, { code, name, now }: { readonly code: string; readonly name: Localized | null; readonly now: Instant }): Promise<AdministrationId | null> {
  const there = await findAdministrationByCode(tx, code);
  if (there || !name) return there?.id ?? null;
  const id = newId('administration');
  return (await createAdministration(tx, { id, code, name, createdAt: now })) ? id : null;
}

async function findPostId(tx: Tx, { administrationId, postCode }: { readonly administrationId: AdministrationId | null; readonly postCode: string | null }): Promise<PostId | null> {
  if (administrationId === null || postCode === null) return null;
  return (await listPosts(tx, administrationId)).find(({ code }) => code === postCode)?.id ?? null;
}

interface RoleByHand {
  readonly email: string;
  readonly role: Role;
  readonly change: 'give' | 'end';
}

export type RoleByHandRefusal = RoleRefusal | 'person-unknown' | 'role-already-held' | 'role-not-held';

/** Gives or ends a role from the command line: the only way to make and unmake operators. */
export function changeRoleByHand({ email, role, change }: RoleByHand, { now }: { readonly now: Instant }): Promise<Result<unknown, RoleByHandRefusal>> {
  return withTransaction('change-role-by-hand', async (tx) => {
    const known = await findPersonByEmail(tx, email);
    const person = known && (await lockPersonWithRoles(tx, known.id));
    if (!person) return refused('person-unknown');
    return (change === 'give' ? giveRole : takeRole)(tx, { person, role, giver: byHand, now });
  });
}

/** A fresh link to set a password, for whoever has lost mail and password. */
export function makeLinkByHand({ email }: { readonly email: string }, { now }: { readonly now: Instant }): Promise<Result<{ readonly link: string }, 'person-unknown' | 'link-for-nobody'>> {
  return withTransaction('make-link-by-hand', async (tx) => {
    const person = await findPersonByEmail(tx, email);
    if (!person) return refused('person-unknown');
    if (person.roles.length === 0) return refused('link-for-nobody');
    return done({ link: await makeLink(tx, { personId: person.id, occasion: 'invitation', now }) });
  });
}
