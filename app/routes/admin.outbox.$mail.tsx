import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { mailPage } from '~/identity/queries/outbox-page.server';
import { requireRole } from '~/identity/require.server';
import { MailPage } from '~/identity/ui/outbox-page';
import { notFound } from '~/platform/http/problem.server';

export const handle = { light: true };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.mail.subject ?? ''} · Bluepost` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireRole(request, 'operator');
  const mail = await mailPage(params['mail'] ?? '');
  if (!mail) throw notFound();
  return { mail };
}

export default function Mail() {
  const { mail } = useLoaderData<typeof loader>();
  return <MailPage mail={mail} />;
}
