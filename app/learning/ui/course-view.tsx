import { useFormatter, useTranslator } from '~/i18n/speaking';
import { messages } from '~/learning/messages';
import type { CertificateOnPage, CoursePage } from '~/learning/core/course-page';
import { Button, ButtonLink } from '~/ui/button';
import { Alert } from '~/ui/notice';
import { Page } from '~/ui/page';
import { Card, ProgressBar } from '~/ui/surface';
import { CourseContents } from './course-contents';

interface CourseViewProps {
  readonly course: CoursePage;
  /** Strangers are asked to sign in; trainees start and go on; staff read along. */
  readonly viewer: 'stranger' | 'trainee' | 'staff';
}

export function CourseView({ course, viewer }: CourseViewProps) {
  const t = useTranslator(messages);
  const formatter = useFormatter();
  const { edition, progress } = course;
  return (
    <Page title={course.title} lead={course.summary}>
      {edition.newerIsOut && <NewerEdition course={course} />}
      <div className="gap-10 lg:grid lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0">
          <WayIn course={course} viewer={viewer} />
          <CourseContents modules={course.modules} />
          <AssessmentEntry course={course} allRead={progress !== null && progress.read === progress.total} />
        </div>
        <div className="min-w-0 space-y-6">
          {course.certificate && <CertificateTerms certificate={course.certificate} />}
          <Card as="section">
            <h2 className="text-lg">{t('course.outcomes')}</h2>
            <ul className="mt-2 list-disc space-y-1 ps-5">{course.outcomes.map((outcome) => <li key={outcome}>{outcome}</li>)}</ul>
          </Card>
          <p><a href={`/courses/${course.code}/glossary`}>{t('course.glossary')}</a></p>
          <p className="text-sm text-soft">{t('course.edition', { number: edition.number, date: formatter.date(edition.publishedAt) })}</p>
        </div>
      </div>
    </Page>
  );
}

function WayIn({ course, viewer }: CourseViewProps) {
  const t = useTranslator(messages);
  const { progress, continueAt, code } = course;
  if (viewer === 'stranger') {
    return (
      <div className="no-print mb-8 flex flex-wrap items-center gap-4">
        <ButtonLink to={`/login?next=${encodeURIComponent(`/courses/${code}`)}`}>{t('course.sign-in')}</ButtonLink>
        <p className="flex-1 basis-60 text-sm text-soft">{t('course.sign-in-hint')}</p>
      </div>
    );
  }
  if (viewer === 'staff') return null;
  if (!progress) {
    return <form method="post" action={`/courses/${code}`} className="no-print mb-8"><input type="hidden" name="intent" value="start" /><Button>{t('course.start')}</Button></form>;
  }
  const words = t('progress.lessons', { read: progress.read, total: progress.total });
  const left = progress.minutesLeft > 0 ? ` · ${t('progress.left', { minutes: progress.minutesLeft })}` : '';
  return (
    <div className="mb-8">
      <ProgressBar label={`${words}${left}`} done={progress.read} total={progress.total} />
      {continueAt && progress.read < progress.total && <p className="no-print mt-4"><ButtonLink to={continueAt}>{t('course.continue')}</ButtonLink></p>}
    </div>
  );
}

function NewerEdition({ course }: { readonly course: CoursePage }) {
  const t = useTranslator(messages);
  return (
    <Alert kind="info" title={t('course.newer.title')}>
      <p>{t('course.newer.text', { number: course.edition.number })}</p>
      <form method="post" action={`/courses/${course.code}`} className="no-print mt-3">
        <input type="hidden" name="intent" value="newest-edition" />
        <Button kind="secondary">{t('course.newer.take')}</Button>
      </form>
    </Alert>
  );
}

function AssessmentEntry({ course, allRead }: { readonly course: CoursePage; readonly allRead: boolean }) {
  const t = useTranslator(messages);
  if (course.assessments.length === 0) return null;
  return (
    <section id="assessment" aria-labelledby="assessment-title" className="mb-10 scroll-mt-6">
      <h2 id="assessment-title" className="mb-4 text-xl">{t('course.assessment')}</h2>
      {course.assessments.map(({ code, title }) => (
        <Card key={code} className="border-s-4 border-s-accent">
          <h3 className="text-lg">{title}</h3>
          <p className="mt-1 text-soft">{t(allRead ? 'course.assessment.all-read' : 'course.assessment.unread')}</p>
          <p className="no-print mt-4"><ButtonLink to={`/assessments/${code}`} kind={allRead ? 'primary' : 'secondary'}>{t('course.assessment.open')}</ButtonLink></p>
        </Card>
      ))}
    </section>
  );
}

function CertificateTerms({ certificate }: { readonly certificate: CertificateOnPage }) {
  const t = useTranslator(messages);
  const facts = [
    { name: t('course.certificate.scope'), value: certificate.scope },
    { name: t('course.certificate.limits'), value: certificate.limits },
    { name: t('course.certificate.criteria'), value: certificate.criteria },
    { name: t('course.certificate.validity'), value: t('course.certificate.months', { months: certificate.validityMonths }) },
  ];
  return (
    <Card as="section">
      <h2 className="text-lg">{t('course.certificate')}</h2>
      <p className="mt-1 mb-3 font-semibold">{certificate.title}</p>
      <dl className="space-y-3">
        {facts.map(({ name, value }) => <div key={name}><dt className="text-sm text-soft">{name}</dt><dd>{value}</dd></div>)}
      </dl>
    </Card>
  );
}
