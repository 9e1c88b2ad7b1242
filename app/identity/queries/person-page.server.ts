import type { AdministrationId, PersonId } from '~/kernel/ids';
import { db } from '~/platform/db.server';
import type { HeldRole, ListedPerson } from '../core/views';
import { findPersonOf, hasPassword } from '../store/people.server';
import { listRoleGrants } from '../store/role-grants.server';

export interface PersonPage {
  readonly person: ListedPerson;
  readonly hasPassword: boolean;
  readonly history: readonly HeldRole[];
}

/** Null for somebody of another administration. */
export async function personPage(asked: { readonly administrationId: AdministrationId; readonly personId: PersonId }): Promise<PersonPage | null> {
  const person = await findPersonOf(db, asked);
  if (!person) return null;
  const [known, history] = await Promise.all([hasPassword(db, person.id), listRoleGrants(db, person.id)]);
  return { person, hasPassword: known, history };
}
