import { useTranslator } from '~/i18n/speaking';
import { messages } from '~/learning/messages';
import type { CatalogueCourse } from '~/learning/core/catalogue';
import { Icon } from '~/ui/icon';
import { Card, ProgressBar } from '~/ui/surface';

/** A course in a list. `level` is the heading's, as the page around it needs. */
export function CourseCard({ course, level: Heading = 'h2' }: { readonly course: CatalogueCourse; readonly level?: 'h2' | 'h3' }) {
  const t = useTranslator(messages);
  const { code, title, summary, modules, lessons, minutes, certificate, progress } = course;
  return (
    <Card as="li" className="flex flex-col">
      <Heading className="text-xl"><a href={`/courses/${code}`}>{title}</a></Heading>
      <p className="mt-2">{summary}</p>
      <p className="mt-3 text-sm text-soft">{t('catalogue.size', { modules, lessons, minutes })}</p>
      {certificate && (
        <p className="mt-1 flex items-center gap-2 text-sm text-soft"><Icon name="certificate" />{t('catalogue.certificate', { months: certificate.validityMonths })}</p>
      )}
      {progress && <ProgressBar label={t('progress.lessons', { read: progress.read, total: progress.total })} done={progress.read} total={progress.total} />}
    </Card>
  );
}

export function CourseCards({ courses, level = 'h2' }: { readonly courses: readonly CatalogueCourse[]; readonly level?: 'h2' | 'h3' }) {
  return <ul className="grid gap-5 md:grid-cols-2">{courses.map((course) => <CourseCard key={course.code} course={course} level={level} />)}</ul>;
}
