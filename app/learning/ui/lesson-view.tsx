import { Link } from '@remix-run/react';
import { LessonBody } from '~/content/ui/lesson-body';
import { GlossaryList, SourceList } from '~/content/ui/lesson-references';
import { useTranslator } from '~/i18n/speaking';
import { localeNames } from '~/kernel/locale';
import { messages } from '~/learning/messages';
import type { LessonPage } from '~/learning/core/lesson-page';
import { Alert } from '~/ui/notice';
import { Page } from '~/ui/page';
import { LessonNavigation } from './lesson-navigation';
import { MarkRead } from './mark-read';
import { ModuleLessons } from './module-lessons';

interface LessonViewProps {
  readonly lesson: LessonPage;
  /** Trainees mark what they have read; staff read along. */
  readonly mayMark: boolean;
}

/** A lesson with everything around it: where it stands, what to mind, its sources and words, and the way on. */
export function LessonView({ lesson, mayMark }: LessonViewProps) {
  const t = useTranslator(messages);
  const { course, module, spoken, missing } = lesson;
  const lang = missing ? spoken : undefined;
  const crumbs = [
    { to: `/courses/${course.code}`, label: course.title },
    { to: `/courses/${course.code}#module-${module.code}`, label: module.title },
  ];
  return (
    <Page title={<span lang={lang}>{lesson.title}</span>} lead={<span lang={lang}>{lesson.summary}</span>} breadcrumbs={crumbs} breadcrumbsLabel={t('lesson.breadcrumbs')}>
      <p className="-mt-2 mb-6 text-sm text-soft">
        {t('lesson.position', { position: lesson.position, total: lesson.total })} · {t('lesson.minutes', { minutes: lesson.minutes })}
      </p>
      <div className="gap-10 lg:grid lg:grid-cols-[minmax(0,46rem)_1fr]">
        <div className="min-w-0">
          <Notices lesson={lesson} />
          <LessonBody locale={spoken} parts={lesson.parts} practice={lesson.practice} address={lesson.address} />
          {mayMark && <MarkRead lesson={lesson} />}
          <LessonNavigation previous={lesson.previous} next={lesson.next} />
          <SourceList sources={lesson.sources} />
          <GlossaryList terms={lesson.terms} locale={spoken} />
        </div>
        <ModuleLessons lessons={module.lessons} current={lesson.address} />
      </div>
      <p className="no-print mt-10"><Link to={`/courses/${course.code}`}>{course.title}</Link></p>
    </Page>
  );
}

function Notices({ lesson }: { readonly lesson: LessonPage }) {
  const t = useTranslator(messages);
  const { missing, spoken, contentWarning, nationalLaw } = lesson;
  return (
    <>
      {missing && <Alert kind="warn">{t('lesson.missing-language', { language: localeNames[spoken] })}</Alert>}
      {contentWarning && <Alert kind="warn">{t(`lesson.warning.${contentWarning}`)}</Alert>}
      {nationalLaw && <Alert kind="info">{t('lesson.national-law')}</Alert>}
    </>
  );
}
