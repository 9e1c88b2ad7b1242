import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { changeCoordinator, changeCoordinatorStatus } from '~/identity/commands/change-coordinator.server';
import { parseDone } from '~/identity/core/done';
import { fields } from '~/identity/core/fields';
import { administrationPage } from '~/identity/queries/administrations-page.server';
import { badFormStatus, refuseForm } from '~/identity/refuse-form.server';
import { localeOf } from '~/identity/request-locale.server';
import { requireRole } from '~/identity/require.server';
import { AdministrationPage } from '~/identity/ui/administration-page';
import { now } from '~/platform/clock.server';
import { readForm } from '~/platform/http/form.server';
import { notFound } from '~/platform/http/problem.server';

export const handle = { light: true };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.administration.name[data.locale] ?? ''} · Bluepost` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const signedIn = await requireRole(request, 'operator');
  const page = await administrationPage(params['code'] ?? '');
  if (!page) throw notFound();
  return { locale: localeOf(request, signedIn), ...page, done: parseDone(new URL(request.url).searchParams.get('done')) };
}

const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('invite'), name: fields.name, email: fields.email, locale: fields.locale }),
  z.object({ intent: z.enum(['link', 'end']), person: fields.person }),
]);
const doneOf = { invite: 'coordinator-added', link: 'link-sent', end: 'role-ended' } as const;

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, person } = await requireRole(request, 'operator');
  const page = await administrationPage(params['code'] ?? '');
  if (!page) throw notFound();
  const given = await readForm(request, form);
  if (!given.ok) return refuseForm(request, { ...given, status: badFormStatus(given.refusal) });
  const change = { ...given.value, administration: page.administration, locale: localeOf(request), timeZone: person.timeZone };
  const changed = await changeCoordinator(change, { actor, now: now() });
  if (changed.ok) return redirect(`/admin/administrations/${page.administration.code}?done=${doneOf[given.value.intent]}`, 303);
  if (changed.refusal === 'person-not-found') throw notFound();
  return refuseForm(request, { status: changeCoordinatorStatus[changed.refusal], refusal: changed.refusal, given: given.value });
}

export default function Administration() {
  return <AdministrationPage {...useLoaderData<typeof loader>()} form={useActionData<typeof action>()?.form ?? null} />;
}
