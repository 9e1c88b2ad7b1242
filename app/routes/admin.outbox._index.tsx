import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/identity/page-title';
import { outboxPage } from '~/identity/queries/outbox-page.server';
import { localeOf } from '~/identity/request-locale.server';
import { requireRole } from '~/identity/require.server';
import { OutboxPage } from '~/identity/ui/outbox-page';

export const handle = { light: true };
export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.locale, 'outbox.title');

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requireRole(request, 'operator');
  return { locale: localeOf(request, signedIn), ...(await outboxPage()) };
}

export default function Outbox() {
  const { mails, sent } = useLoaderData<typeof loader>();
  return <OutboxPage mails={mails} sent={sent} />;
}
