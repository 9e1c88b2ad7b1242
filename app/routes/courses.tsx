import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslator } from '~/i18n/speaking';
import { localeOf } from '~/identity/request-locale.server';
import { optionalPerson } from '~/identity/require.server';
import { messages } from '~/learning/messages';
import { catalogue } from '~/learning/queries/catalogue.server';
import { CourseCards } from '~/learning/ui/course-card';
import { db } from '~/platform/db.server';
import { Page } from '~/ui/page';
import { EmptyState } from '~/ui/surface';

export const handle = { light: true };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? [{ title: `${page.title} · Bluepost` }] : []);

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await optionalPerson(request);
  const locale = localeOf(request, signedIn);
  const courses = await catalogue(db, { personId: signedIn?.person.id ?? null, locale });
  return data({ courses, title: messages.translator(locale)('catalogue.title') });
}

export default function Catalogue() {
  const { courses, title } = useLoaderData<typeof loader>();
  const t = useTranslator(messages);
  return (
    <Page title={title} lead={t('catalogue.lead')}>
      {courses.length > 0 ? <CourseCards courses={courses} /> : <EmptyState title={t('catalogue.empty')} />}
    </Page>
  );
}
