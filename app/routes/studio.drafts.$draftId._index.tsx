import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { draftPage } from '~/authoring/queries/draft-page.server';
import { draftReading } from '~/authoring/queries/draft-reading.server';
import { DraftEditorPage } from '~/authoring/ui/draft-editor-page';
import { DraftReading } from '~/authoring/ui/draft-reading';
import { studioTitle } from '~/authoring/ui/page-title';
import { localeOf } from '~/identity/request-locale.server';
import { requireRole } from '~/identity/require.server';
import { parseId } from '~/kernel/ids';
import { db } from '~/platform/db.server';
import { notFound } from '~/platform/http/problem.server';
import editorStylesheet from '~/authoring/editor/editor.css?url';

export const links = () => [{ rel: 'stylesheet', href: editorStylesheet }];

export const meta: MetaFunction<typeof loader> = ({ data }) => studioTitle(data?.locale, data?.page.title);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const signedIn = await requireRole(request, 'instructor');
  const draftId = parseId('draft', params['draftId']);
  const { administrationId, id: personId } = signedIn.actor;
  const wanted = draftId && { draftId, administrationId, personId };
  const page = wanted && (await draftPage(db, wanted));
  const reading = wanted && (await draftReading(db, wanted));
  if (!page || !reading) throw notFound();
  return { locale: localeOf(request, signedIn), personId, page, reading };
}

export default function DraftRoute() {
  const { page, personId, reading } = useLoaderData<typeof loader>();
  return <DraftEditorPage page={page} personId={personId} reading={<DraftReading reading={reading} address={`/studio/drafts/${page.draftId}/preview`} />} />;
}
