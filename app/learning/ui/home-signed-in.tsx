import { useTranslator } from '~/i18n/speaking';
import type { Role } from '~/kernel/actor';
import { messages } from '~/learning/messages';
import type { CatalogueCourse } from '~/learning/core/catalogue';
import { ButtonLink } from '~/ui/button';
import { Page } from '~/ui/page';
import { Card, EmptyState, ProgressBar } from '~/ui/surface';
import { CourseCards } from './course-card';

interface HomeSignedInProps {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly courses: readonly CatalogueCourse[];
  readonly toContinue: CatalogueCourse | null;
}

/** The start page of somebody who is signed in: the next thing to do first. */
export function HomeSignedIn({ name, roles, courses, toContinue }: HomeSignedInProps) {
  const t = useTranslator(messages);
  const begun = courses.filter(({ progress }) => progress !== null);
  const others = courses.filter(({ progress }) => progress === null);
  return (
    <Page title={t('home.welcome', { name })}>
      {roles.includes('trainee') && (toContinue ? <Continue course={toContinue} /> : <EmptyState title={t('home.not-started')} />)}
      <Work roles={roles} />
      {begun.length > 0 && <Courses id="your-courses" title={t('home.your-courses')} courses={begun} />}
      {others.length > 0 && <Courses id="courses" title={t('home.courses')} courses={others} />}
    </Page>
  );
}

function Courses({ id, title, courses }: { readonly id: string; readonly title: string; readonly courses: readonly CatalogueCourse[] }) {
  return (
    <section aria-labelledby={id} className="mt-10">
      <h2 id={id} className="mb-4 text-xl">{title}</h2>
      <CourseCards courses={courses} level="h3" />
    </section>
  );
}

function Continue({ course }: { readonly course: CatalogueCourse }) {
  const t = useTranslator(messages);
  const { title, progress } = course;
  if (!progress) return null;
  const { next, assessment, read, total } = progress;
  return (
    <Card as="section" className="border-s-4 border-s-accent">
      <h2 className="text-lg">{t('home.continue')}</h2>
      <p className="text-soft">{title}</p>
      <p className="mt-3 text-xl font-semibold">{next ? next.title : t('home.all-read')}</p>
      <ProgressBar label={t('progress.lessons', { read, total })} done={read} total={total} />
      <p className="mt-4">
        {next && <ButtonLink to={next.address}>{t('home.continue-button')}</ButtonLink>}
        {!next && assessment && <ButtonLink to={`/assessments/${assessment}`}>{t('home.to-assessment')}</ButtonLink>}
      </p>
    </Card>
  );
}

const consoles = [
  { key: 'studio', to: '/studio', roles: ['instructor'] },
  { key: 'audit', to: '/audit', roles: ['auditor'] },
  { key: 'admin', to: '/admin', roles: ['coordinator', 'operator'] },
] as const;

function Work({ roles }: { readonly roles: readonly Role[] }) {
  const t = useTranslator(messages);
  const mine = consoles.filter((console) => console.roles.some((role) => roles.includes(role)));
  if (mine.length === 0) return null;
  return (
    <section aria-labelledby="work" className="mt-6">
      <h2 id="work" className="mb-4 text-xl">{t('home.work')}</h2>
      <ul className="grid gap-5 md:grid-cols-2">
        {mine.map(({ key, to }) => (
          <Card key={key} as="li">
            <h3 className="text-lg"><a href={to}>{t(`home.${key}`)}</a></h3>
            <p className="mt-1 text-soft">{t(`home.${key}.text`)}</p>
          </Card>
        ))}
      </ul>
    </section>
  );
}
