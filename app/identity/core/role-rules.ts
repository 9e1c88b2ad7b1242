import { type Role, roles } from '~/kernel/actor';
import type { AdministrationId, PersonId } from '~/kernel/ids';
import { done, refused, type Result } from '~/kernel/result';

/** What identity lets people do beyond their own account. */
export const deeds = ['manage-people', 'manage-posts', 'manage-administrations', 'see-system'] as const;
export type Deed = (typeof deeds)[number];

const matrix: Readonly<Record<Deed, readonly Role[]>> = {
  'manage-people': ['coordinator'],
  'manage-posts': ['coordinator'],
  'manage-administrations': ['operator'],
  'see-system': ['operator'],
};

/** Whether somebody acting in this role may do this. */
export function mayDo(role: Role | 'system', deed: Deed): boolean {
  return role === 'system' || matrix[deed].includes(role);
}

const grantable: Readonly<Record<Role | 'system', readonly Role[]>> = {
  system: roles,
  coordinator: ['trainee', 'instructor', 'auditor', 'coordinator'],
  operator: ['coordinator'],
  trainee: [],
  instructor: [],
  auditor: [],
};

/** The roles that somebody acting in this role may give and take. */
export function grantableBy(role: Role | 'system'): readonly Role[] {
  return grantable[role];
}

/** Who gives or takes a role: `administrationId` is null for the operator, who belongs to none, and for the platform itself. */
export interface RoleGiver {
  readonly id: PersonId | 'system';
  readonly role: Role | 'system';
  readonly administrationId: AdministrationId | null;
}

export interface RoleChange {
  readonly giver: RoleGiver;
  readonly person: { readonly id: PersonId; readonly administrationId: AdministrationId | null };
  readonly role: Role;
}

export type RoleRefusal = 'own-role' | 'role-not-yours-to-give' | 'role-needs-administration';

/**
 * Nobody changes the own roles, so an administration never loses its last coordinator by accident. A coordinator gives and
 * takes within the own administration, the operator only coordinators. Everybody but an operator belongs to an administration.
 */
export function checkRoleChange({ giver, person, role }: RoleChange): Result<true, RoleRefusal> {
  if (giver.id === person.id) return refused('own-role');
  if (!grantableBy(giver.role).includes(role)) return refused('role-not-yours-to-give');
  if (giver.role === 'coordinator' && giver.administrationId !== person.administrationId) return refused('role-not-yours-to-give');
  if ((role === 'operator') !== (person.administrationId === null)) return refused('role-needs-administration');
  return done(true);
}

/** Where somebody with these roles begins after signing in. */
export function homeOf(held: readonly Role[]): '/' | '/studio' | '/audit' | '/admin' {
  if (held.includes('trainee')) return '/';
  if (held.includes('instructor')) return '/studio';
  if (held.includes('auditor')) return '/audit';
  return '/admin';
}
