import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { messages } from '~/audit/messages';
import { glance } from '~/audit/queries/overview.server';
import { GlanceView } from '~/audit/ui/glance-view';
import { localeOf } from '~/identity/request-locale.server';
import { requireRole } from '~/identity/require.server';
import { now } from '~/platform/clock.server';

export const handle = { light: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? [{ title: `${data.title} · Bluepost` }] : []);

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requireRole(request, 'auditor');
  const locale = localeOf(request, signedIn);
  const { administration } = signedIn;
  const numbers = await glance({ administrationId: administration.id, now: now() });
  return { title: messages.translator(locale)('audit.title'), administration: administration.name[locale], numbers };
}

export default function AuditIndex() {
  const { title, administration, numbers } = useLoaderData<typeof loader>();
  return <GlanceView title={title} administration={administration} numbers={numbers} />;
}
