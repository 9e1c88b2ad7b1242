import { Link } from '@remix-run/react';
import type { DraftLine } from '~/authoring/core/draft-line';
import { messages } from '~/authoring/messages';
import { useLocale, useTranslator } from '~/i18n/speaking';
import type { Localized } from '~/kernel/locale';
import { Page } from '~/ui/page';
import { Card, EmptyState } from '~/ui/surface';
import { DraftTable } from './draft-table';

interface StudioHomePageProps {
  readonly waiting: readonly DraftLine[];
  readonly yours: readonly DraftLine[];
  readonly others: readonly DraftLine[];
  readonly finished: readonly DraftLine[];
  readonly courses: readonly { readonly code: string; readonly title: Localized; readonly modules: number; readonly lessons: number; readonly drafts: number }[];
}

/** What waits for me, what I write, what I could write. */
export function StudioHomePage({ waiting, yours, others, finished, courses }: StudioHomePageProps) {
  const t = useTranslator(messages);
  const locale = useLocale();
  return (
    <Page title={t('studio.title')} lead={t('studio.lead')}>
      <Section title={t('studio.waiting')} drafts={waiting} leadsTo="review" none={t('studio.waiting-none')} />
      <Section title={t('studio.yours')} drafts={yours} leadsTo="editor" none={t('studio.yours-none')} />
      {others.length > 0 && <Section title={t('studio.others')} drafts={others} leadsTo="review" none="" />}
      <h2 className="mt-8 mb-3 text-xl">{t('studio.courses')}</h2>
      {courses.length === 0 && <EmptyState title={t('studio.courses-none')} />}
      <ul className="grid gap-4 sm:grid-cols-2">
        {courses.map((course) => (
          <Card as="li" key={course.code}>
            <h3 className="text-lg"><Link to={`/studio/courses/${course.code}`}>{course.title[locale]}</Link></h3>
            <p className="mt-1 text-soft">{t('studio.course-facts', { modules: course.modules, lessons: course.lessons, drafts: course.drafts })}</p>
          </Card>
        ))}
      </ul>
      {finished.length > 0 && <div className="mt-8"><Section title={t('studio.finished')} drafts={finished} leadsTo="review" none="" /></div>}
    </Page>
  );
}

interface SectionProps {
  readonly title: string;
  readonly drafts: readonly DraftLine[];
  readonly leadsTo: 'editor' | 'review';
  readonly none: string;
}

function Section({ title, drafts, leadsTo, none }: SectionProps) {
  return (
    <section className="mb-8">
      <h2 className="mb-3 text-xl">{title}</h2>
      {drafts.length === 0 ? <p className="text-soft">{none}</p> : <DraftTable caption={title} drafts={drafts} leadsTo={leadsTo} />}
    </section>
  );
}
