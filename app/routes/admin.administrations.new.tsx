import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { z } from 'zod';
import { addAdministration, addAdministrationStatus } from '~/identity/commands/add-administration.server';
import { fields } from '~/identity/core/fields';
import { messages } from '~/identity/messages';
import { pageTitle } from '~/identity/page-title';
import { badFormStatus, refuseForm } from '~/identity/refuse-form.server';
import { localeOf } from '~/identity/request-locale.server';
import { requireRole } from '~/identity/require.server';
import { NewAdministrationPage } from '~/identity/ui/administrations-page';
import { now } from '~/platform/clock.server';
import { readForm } from '~/platform/http/form.server';

export const handle = { light: true };
export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.locale, 'administrations.add');

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requireRole(request, 'operator');
  return { locale: localeOf(request, signedIn) };
}

const { code, timeZone, name, email, locale } = fields;
const form = z.object({ nameEn: name, nameFr: name, code, timeZone, name, email, locale });

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await requireRole(request, 'operator');
  const given = await readForm(request, form);
  if (!given.ok) return refuseForm(request, { ...given, status: badFormStatus(given.refusal) });
  const { nameEn, nameFr, code, timeZone, ...coordinator } = given.value;
  const headquarters = { en: messages.translator('en')('administrations.headquarters'), fr: messages.translator('fr')('administrations.headquarters') };
  const added = await addAdministration({ code, timeZone, coordinator, headquarters, name: { en: nameEn, fr: nameFr } }, { actor, now: now() });
  if (added.ok) return redirect(`/admin/administrations/${code}?done=administration-added`, 303);
  return refuseForm(request, { status: addAdministrationStatus[added.refusal], refusal: added.refusal, given: given.value });
}

export default function NewAdministration() {
  return <NewAdministrationPage form={useActionData<typeof action>()?.form ?? null} />;
}
