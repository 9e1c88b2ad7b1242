import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readCertificateFilter } from '~/audit/core/certificate-filter';
import { messages } from '~/audit/messages';
import { certificateRegister, registerChoices } from '~/audit/queries/certificate-register.server';
import { RegisterView } from '~/audit/ui/register-view';
import { localeOf } from '~/identity/request-locale.server';
import { requireRole } from '~/identity/require.server';
import { now } from '~/platform/clock.server';

export const handle = { light: true };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? [{ title: `${page.title} · Bluepost` }] : []);

/** The register for the coordinator: the same list, leading to decisions instead of evidence. */
export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requireRole(request, 'coordinator');
  const administrationId = signedIn.administration.id;
  const { searchParams } = new URL(request.url);
  const { typed, filter, wrong } = readCertificateFilter(searchParams);
  const choices = await registerChoices(administrationId);
  const register = filter && (await certificateRegister({ administrationId, filter, now: now() }));
  searchParams.delete('after');
  const title = messages.translator(localeOf(request, signedIn))('place.certificates');
  return data({ title, typed, wrong, choices, register, asked: searchParams.toString() }, { status: filter ? 200 : 400 });
}

export default function CertificatesToDecideOn() {
  return <RegisterView {...useLoaderData<typeof loader>()} base="/admin/certificates" />;
}
