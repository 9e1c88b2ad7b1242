import type { Role } from '~/kernel/actor';
import { db } from '~/platform/db.server';
import { listAdministrations } from '../store/administrations.server';
import { listHolders } from '../store/people.server';

export interface Somebody {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Null for operators. */
  readonly administrationCode: string | null;
}

/** Everybody who can sign in, for whoever sits at the machine itself. */
export async function everybody(): Promise<Somebody[]> {
  const codes = new Map((await listAdministrations(db)).map(({ id, code }) => [id, code]));
  const people = await listHolders(db, {});
  return people.map(({ email, name, roles, administrationId }) => ({ email, name, roles, administrationCode: administrationId && (codes.get(administrationId) ?? null) }));
}
