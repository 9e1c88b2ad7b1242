import { describe, expect, test } from 'vitest';
import { type Role, roles } from '~/kernel/actor';
import type { AdministrationId, PersonId } from '~/kernel/ids';
import { checkRoleChange, deeds, homeOf, mayDo } from './role-rules';

const aurelia: AdministrationId = 'adm_aurelia';
const borealis: AdministrationId = 'adm_borealis';
const amina = { id: 'per_amina' as PersonId, administrationId: aurelia };

function change(given: { giver: Role; giversAdministration: AdministrationId | null; role: Role; person?: { id: PersonId; administrationId: AdministrationId | null } }) {
  const giver = { id: 'per_giver' as PersonId, role: given.giver, administrationId: given.giversAdministration };
  const result = checkRoleChange({ giver, person: given.person ?? amina, role: given.role });
  return result.ok ? 'granted' : result.refusal;
}

describe('who gives and takes which role', () => {
  test.each(['trainee', 'instructor', 'auditor', 'coordinator'] as const)('a coordinator makes a %s of the own administration', (role) => {
    expect(change({ giver: 'coordinator', giversAdministration: aurelia, role })).toBe('granted');
    expect(change({ giver: 'coordinator', giversAdministration: borealis, role })).toBe('role-not-yours-to-give');
  });

  test('the operator makes coordinators and nobody else', () => {
    const made = roles.filter((role) => change({ giver: 'operator', giversAdministration: null, role }) === 'granted');
    expect(made).toEqual(['coordinator']);
  });

  test.each(['trainee', 'instructor', 'auditor'] as const)('a %s makes nobody', (giver) => {
    expect(roles.map((role) => change({ giver, giversAdministration: aurelia, role }))).toEqual(roles.map(() => 'role-not-yours-to-give'));
  });

  test('nobody changes the own roles, not even the coordinator', () => {
    const giver = { id: amina.id, role: 'coordinator' as const, administrationId: aurelia };
    expect(checkRoleChange({ giver, person: amina, role: 'auditor' })).toEqual({ ok: false, refusal: 'own-role' });
  });

  test('an operator belongs to no administration, everybody else to one', () => {
    const system = { id: 'system', role: 'system', administrationId: null } as const;
    const nowhere = { id: 'per_nowhere' as PersonId, administrationId: null };
    expect(checkRoleChange({ giver: system, person: amina, role: 'operator' })).toMatchObject({ refusal: 'role-needs-administration' });
    expect(checkRoleChange({ giver: system, person: nowhere, role: 'trainee' })).toMatchObject({ refusal: 'role-needs-administration' });
    expect(checkRoleChange({ giver: system, person: nowhere, role: 'operator' }).ok).toBe(true);
  });
});

test('only coordinators manage people and posts, only operators manage administrations and see the system', () => {
  const table = Object.fromEntries(deeds.map((deed) => [deed, roles.filter((role) => mayDo(role, deed))]));
  expect(table).toEqual({
    'manage-people': ['coordinator'],
    'manage-posts': ['coordinator'],
    'manage-administrations': ['operator'],
    'see-system': ['operator'],
  });
});

test('each role begins at its own place', () => {
  expect(roles.map((role) => homeOf([role]))).toEqual(['/', '/studio', '/audit', '/admin', '/admin']);
});
