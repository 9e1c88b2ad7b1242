import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { messages } from '~/authoring/messages';
import { draftReading, practiceGivenIn } from '~/authoring/queries/draft-reading.server';
import { studioTitle } from '~/authoring/ui/page-title';
import { PreviewPage } from '~/authoring/ui/preview-page';
import { localeOf } from '~/identity/request-locale.server';
import { requireRole } from '~/identity/require.server';
import { parseId } from '~/kernel/ids';
import { sourceLocale } from '~/kernel/locale';
import { db } from '~/platform/db.server';
import { notFound } from '~/platform/http/problem.server';

/** Without React, like the page of the trainee that it shows. */
export const handle = { light: true };

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  studioTitle(data?.locale, messages.translator(data?.locale ?? sourceLocale)('preview.title', { title: data?.reading.title ?? '' }));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const signedIn = await requireRole(request, 'instructor');
  const draftId = parseId('draft', params['draftId']);
  const address = new URL(request.url);
  const { administrationId, id: personId } = signedIn.actor;
  const reading = draftId && (await draftReading(db, { draftId, administrationId, personId, given: practiceGivenIn(address) }));
  if (!reading) throw notFound();
  return { locale: localeOf(request, signedIn), draftId, reading, isPhone: address.searchParams.get('width') === 'phone' };
}

export default function PreviewRoute() {
  const { draftId, reading, isPhone } = useLoaderData<typeof loader>();
  return <PreviewPage draftId={draftId} reading={reading} isPhone={isPhone} />;
}
