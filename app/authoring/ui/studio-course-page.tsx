import { Form, Link } from '@remix-run/react';
import type { DraftLine } from '~/authoring/core/draft-line';
import type { LessonLayer, StudioCourse, StudioLesson } from '~/authoring/core/studio-course';
import { messages } from '~/authoring/messages';
import { useFormatter, useLocale, useTranslator } from '~/i18n/speaking';
import { localeNames, locales, sourceLocale } from '~/kernel/locale';
import { ButtonLink } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { Badge } from '~/ui/notice';
import { Page } from '~/ui/page';
import { DraftTable } from './draft-table';
import { StateBadge } from './state-badge';

/** A course as its writers see it: every lesson in every language, what is published, what is being written. */
export function StudioCoursePage({ course }: { readonly course: StudioCourse }) {
  const t = useTranslator(messages);
  const locale = useLocale();
  const { date } = useFormatter();
  return (
    <Page
      width="wide"
      title={course.title[locale]}
      lead={t('course.lead')}
      breadcrumbsLabel={t('studio.breadcrumbs')}
      breadcrumbs={[{ to: '/studio', label: t('studio.title') }]}
      actions={<ButtonLink to={`/studio/courses/${course.code}/new`}>{t('course.new-lesson')}</ButtonLink>}
    >
      <p className="mb-6 text-soft">{t('course.edition', { number: course.number, date: date(course.publishedAt) })} · <Link to={`/courses/${course.code}`}>{t('course.read')}</Link></p>
      {course.newLessons.length > 0 && (
        <section className="mb-8">
          <h2 className="mb-3 text-xl">{t('course.new-drafts')}</h2>
          <DraftTable caption={t('course.new-drafts')} drafts={course.newLessons} leadsTo="editor" />
        </section>
      )}
      {course.modules.map((module) => (
        <section key={module.code} className="mb-8">
          <h2 className="mb-3 text-xl">{module.title[locale]}</h2>
          <DataTable
            caption={t('course.lessons-of', { module: module.title[locale] })}
            hideCaption
            head={[t('studio.lesson'), ...locales.map((layer) => localeNames[layer])]}
            rows={module.lessons.map((lesson) => ({
              key: lesson.id,
              cells: [
                <Link key="read" to={`/courses/${course.code}/${module.code}/${lesson.slug}`}>{lesson.title}</Link>,
                ...lesson.layers.map((layer) => <Layer key={layer.locale} lesson={lesson} layer={layer} />),
              ],
            }))}
          />
        </section>
      ))}
    </Page>
  );
}

function Layer({ lesson, layer }: { readonly lesson: StudioLesson; readonly layer: LessonLayer }) {
  const t = useTranslator(messages);
  const { date } = useFormatter();
  const { version, isStale, drafts, locale } = layer;
  return (
    <div className="flex min-w-44 flex-col items-start gap-2">
      {version ? <span>{t('course.version', { number: version.number, date: date(version.publishedAt) })}</span> : <Badge kind="warn">{t('course.missing')}</Badge>}
      {isStale && <Badge kind="warn">{t('course.stale', { language: t(`language.${sourceLocale}`) })}</Badge>}
      {drafts.map((draft) => <DraftLink key={draft.draftId} draft={draft} />)}
      {drafts.length === 0 && <OpenButton lesson={lesson} locale={locale} isNew={version === null} />}
    </div>
  );
}

function DraftLink({ draft }: { readonly draft: DraftLine }) {
  const t = useTranslator(messages);
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Link to={`/studio/drafts/${draft.draftId}`} lang={draft.title ? draft.locale : undefined}>{draft.title || t('draft.untitled')}</Link>
      <StateBadge state={draft.state} />
    </span>
  );
}

interface OpenButtonProps {
  readonly lesson: StudioLesson;
  readonly locale: LessonLayer['locale'];
  readonly isNew: boolean;
}

function OpenButton({ lesson, locale, isNew }: OpenButtonProps) {
  const t = useTranslator(messages);
  const named = { title: lesson.title, language: t(`language.${locale}`) };
  return (
    <Form method="post">
      <input type="hidden" name="lesson" value={lesson.id} />
      <input type="hidden" name="locale" value={locale} />
      <button type="submit" aria-label={isNew ? t('course.translate-this', named) : t('course.edit-this', named)} className="min-h-9 rounded border border-line-strong bg-raised px-3 font-semibold text-accent hover:bg-accent-soft">
        {isNew ? t('course.translate') : t('course.edit')}
      </button>
    </Form>
  );
}
