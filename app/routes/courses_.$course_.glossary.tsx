import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslator } from '~/i18n/speaking';
import { localeOf } from '~/identity/request-locale.server';
import { optionalPerson } from '~/identity/require.server';
import { messages } from '~/learning/messages';
import { courseGlossary } from '~/learning/queries/course-glossary.server';
import { db } from '~/platform/db.server';
import { notFound } from '~/platform/http/problem.server';
import { Page } from '~/ui/page';

export const handle = { light: true };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? [{ title: `${page.title} · ${page.course.title}` }] : []);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(request, await optionalPerson(request));
  const glossary = await courseGlossary(db, { code: params['course'] ?? '', locale });
  if (!glossary) throw notFound();
  return data({ ...glossary, title: messages.translator(locale)('glossary.title') });
}

export default function Glossary() {
  const { course, terms, title } = useLoaderData<typeof loader>();
  const t = useTranslator(messages);
  const crumbs = [{ to: `/courses/${course.code}`, label: course.title }];
  return (
    <Page title={title} lead={t('glossary.lead', { course: course.title })} breadcrumbs={crumbs} breadcrumbsLabel={t('lesson.breadcrumbs')} width="reading">
      <dl className="space-y-4">
        {terms.map(({ id, term, definition }) => (
          <div key={id} id={`term-${id}`} className="scroll-mt-6"><dt className="font-semibold">{term}</dt><dd>{definition}</dd></div>
        ))}
      </dl>
    </Page>
  );
}
