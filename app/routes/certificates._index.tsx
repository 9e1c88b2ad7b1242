import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { messages } from '~/certification/messages';
import { certificatesOfPerson } from '~/certification/queries/certificates-of-person.server';
import { OwnCertificates } from '~/certification/ui/own-certificates';
import { useTranslator } from '~/i18n/speaking';
import { localeOf } from '~/identity/request-locale.server';
import { requirePerson } from '~/identity/require.server';
import { now } from '~/platform/clock.server';
import { Page } from '~/ui/page';

export const handle = { light: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? [{ title: `${data.title} · Bluepost` }] : []);

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requirePerson(request);
  const certificates = await certificatesOfPerson(signedIn.person.id, now());
  return { certificates, title: messages.translator(localeOf(request, signedIn))('own.title') };
}

export default function Certificates() {
  const { certificates, title } = useLoaderData<typeof loader>();
  const t = useTranslator(messages);
  return (
    <Page title={title} lead={t('own.lead')}>
      <OwnCertificates certificates={certificates} />
    </Page>
  );
}
