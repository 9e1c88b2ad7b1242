import { useTranslator } from '~/i18n/speaking';
import { messages } from '~/learning/messages';
import type { CatalogueCourse } from '~/learning/core/catalogue';
import { ButtonLink } from '~/ui/button';
import { Icon } from '~/ui/icon';
import { Card } from '~/ui/surface';
import { CourseCards } from './course-card';

const people = [
  { key: 'trainee', icon: 'book' },
  { key: 'instructor', icon: 'scales' },
  { key: 'administration', icon: 'certificate' },
] as const;

/** The start page for somebody who is not signed in. */
export function HomePublic({ courses }: { readonly courses: readonly CatalogueCourse[] }) {
  const t = useTranslator(messages);
  return (
    <>
      <div className="border-b border-line bg-accent-soft">
        <div className="mx-auto w-full max-w-5xl px-4 py-12 sm:px-6 sm:py-20">
          <h1 className="text-3xl tracking-tight sm:text-5xl">{t('home.title')}</h1>
          <p className="mt-4 max-w-2xl text-lg sm:text-xl">{t('home.lead')}</p>
          <div className="mt-8 flex flex-wrap gap-3">
            <ButtonLink to="/courses">{t('home.see-courses')}</ButtonLink>
            <ButtonLink to="/login" kind="secondary">{t('home.sign-in')}</ButtonLink>
          </div>
        </div>
      </div>
      <div className="mx-auto w-full max-w-5xl space-y-12 px-4 py-10 sm:px-6">
        <ul className="grid gap-6 md:grid-cols-3">
          {people.map(({ key, icon }) => (
            <li key={key}>
              <Icon name={icon} className="!size-8 text-accent" />
              <h2 className="mt-2 text-lg">{t(`home.${key}.title`)}</h2>
              <p className="mt-1 text-soft">{t(`home.${key}.text`)}</p>
            </li>
          ))}
        </ul>
        <section aria-labelledby="courses">
          <h2 id="courses" className="mb-4 text-2xl">{t('home.courses')}</h2>
          <CourseCards courses={courses} level="h3" />
        </section>
        <Card as="section" className="flex flex-wrap items-center gap-x-8 gap-y-4">
          <div className="flex-1 basis-72">
            <h2 className="text-lg">{t('home.verify.title')}</h2>
            <p className="mt-1 text-soft">{t('home.verify.text')}</p>
          </div>
          <ButtonLink to="/verify" kind="secondary">{t('home.verify')}</ButtonLink>
        </Card>
      </div>
    </>
  );
}
