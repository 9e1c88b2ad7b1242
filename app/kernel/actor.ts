import type { AdministrationId, PersonId } from './ids';

/** trainee, instructor, auditor, coordinator, operator: what a person may be granted. `system` is the platform itself. */
export const roles = ['trainee', 'instructor', 'auditor', 'coordinator', 'operator'] as const;
export type Role = (typeof roles)[number];

export function parseRole(text: unknown): Role | null {
  return roles.find((role) => role === text) ?? null;
}

/** Who acts, as evidence records it: an id and the role in which the person acted. */
export interface Actor {
  readonly id: PersonId | 'system';
  readonly role: Role | 'system';
}

export const systemActor: Actor = { id: 'system', role: 'system' };

/** A signed-in person acting in one role inside one administration. */
export interface PersonActor extends Actor {
  readonly id: PersonId;
  readonly role: Role;
  readonly administrationId: AdministrationId;
}
