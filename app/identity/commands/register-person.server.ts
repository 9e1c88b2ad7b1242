import type { Role } from '~/kernel/actor';
import type { AdministrationId, PersonId, PostId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import type { Locale } from '~/kernel/locale';
import { done, refused, type Result } from '~/kernel/result';
import type { Tx } from '~/platform/db.server';
import { newId } from '~/platform/random.server';
import { checkRoleChange, type RoleGiver, type RoleRefusal } from '../core/role-rules';
import { claimEmail, createPerson } from '../store/people.server';
import { giveRole } from './change-roles.server';

export interface Registration {
  readonly administrationId: AdministrationId | null;
  readonly postId: PostId | null;
  readonly email: string;
  readonly name: string;
  readonly serviceNumber: string | null;
  readonly locale: Locale | null;
  readonly timeZone: string;
  readonly passwordHash: string | null;
  readonly roles: readonly Role[];
}

export type RegistrationRefusal = 'email-taken' | 'service-number-taken' | RoleRefusal;

/**
 * A new person with the first roles, inside a command. Every way in leads through here: invitation, first coordinator, command
 * line, demo people. A refusal comes before the first write.
 */
export async function registerPerson(
  tx: Tx,
  { registration, giver, now }: { readonly registration: Registration; readonly giver: RoleGiver; readonly now: Instant },
): Promise<Result<PersonId, RegistrationRefusal>> {
  const { roles, ...details } = registration;
  const person = { id: newId('person'), administrationId: details.administrationId, roles: [] };
  for (const role of roles) {
    const allowed = checkRoleChange({ giver, person, role });
    if (!allowed.ok) return allowed;
  }
  if (!(await claimEmail(tx, details.email))) return refused('email-taken');
  if (!(await createPerson(tx, { ...details, id: person.id, createdAt: now }))) return refused('service-number-taken');
  for (const role of roles) {
    const given = await giveRole(tx, { person, role, giver, now });
    if (!given.ok) throw new Error(`A role that was allowed was then refused: ${given.refusal}`);
  }
  return done(person.id);
}
