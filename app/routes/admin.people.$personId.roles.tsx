import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import { changeRoleStatus, endRole, grantRole } from '~/identity/commands/change-person-role.server';
import { fields } from '~/identity/core/fields';
import { badFormStatus, refusalPage } from '~/identity/refuse-form.server';
import { requireRole } from '~/identity/require.server';
import { parseId } from '~/kernel/ids';
import { now } from '~/platform/clock.server';
import { readForm } from '~/platform/http/form.server';
import { notFound } from '~/platform/http/problem.server';

export const handle = { light: true };

/** Only the forms of the person's page come here. */
export function loader() {
  throw notFound();
}

const form = z.object({ change: z.enum(['give', 'end']), role: fields.role });

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await requireRole(request, 'coordinator');
  const personId = parseId('person', params['personId']);
  if (!personId) throw notFound();
  const given = await readForm(request, form);
  if (!given.ok) throw refusalPage(request, { status: badFormStatus(given.refusal), refusal: given.refusal });
  const { change, role } = given.value;
  const changed = await (change === 'give' ? grantRole : endRole)({ personId, role }, { actor, now: now() });
  if (changed.ok) return redirect(`/admin/people/${personId}?done=${change === 'give' ? 'role-given' : 'role-ended'}`, 303);
  if (changed.refusal === 'person-not-found') throw notFound();
  throw refusalPage(request, { status: changeRoleStatus[changed.refusal], refusal: changed.refusal });
}

/** Never seen, but without it Remix would hand out a refusal as bare JSON instead of a page. */
export default function ChangedRoles() {
  return null;
}
