import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { messages } from '~/audit/messages';
import { completeness } from '~/audit/queries/overview.server';
import { AbsenceTable } from '~/audit/ui/absence-table';
import { useTranslator } from '~/i18n/speaking';
import { localeOf } from '~/identity/request-locale.server';
import { requireRole } from '~/identity/require.server';
import { now } from '~/platform/clock.server';
import { Page } from '~/ui/page';

export const handle = { light: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? [{ title: `${data.title} · Bluepost` }] : []);

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requireRole(request, 'auditor');
  const findings = await completeness({ administrationId: signedIn.administration.id, now: now() });
  return { title: messages.translator(localeOf(request, signedIn))('place.completeness'), findings };
}

export default function Completeness() {
  const { title, findings } = useLoaderData<typeof loader>();
  const t = useTranslator(messages);
  return (
    <Page title={title} lead={t('completeness.lead')} width="wide">
      <AbsenceTable findings={findings} showExamples />
    </Page>
  );
}
