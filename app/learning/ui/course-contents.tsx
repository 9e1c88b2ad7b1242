import { useTranslator } from '~/i18n/speaking';
import type { ModuleOnPage } from '~/learning/core/course-contents';
import { messages } from '~/learning/messages';
import { Badge } from '~/ui/notice';
import { Icon } from '~/ui/icon';

/** The modules of a course with their lessons, and what is read of them. */
export function CourseContents({ modules }: { readonly modules: readonly ModuleOnPage[] }) {
  const t = useTranslator(messages);
  return (
    <section aria-labelledby="lessons" className="mb-10">
      <h2 id="lessons" className="mb-4 text-xl">{t('course.modules')}</h2>
      {modules.map((module) => (
        <section key={module.code} id={`module-${module.code}`} aria-labelledby={`module-${module.code}-title`} className="mb-6 scroll-mt-6 rounded-lg border border-line bg-raised">
          <div className="border-b border-line p-5">
            <h3 id={`module-${module.code}-title`} className="text-lg">{module.title}</h3>
            <p className="mt-1 text-soft">{module.summary}</p>
          </div>
          <ol>
            {module.lessons.map((lesson, index) => (
              <li key={lesson.address} className="flex items-start gap-4 border-b border-line p-5 last:border-b-0">
                <span className="grid size-8 shrink-0 place-items-center rounded-full border border-line-strong text-sm text-soft" aria-hidden="true">{index + 1}</span>
                <div className="min-w-0 flex-1">
                  <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                    <a href={lesson.address} lang={lesson.lang ?? undefined} className="font-semibold">{lesson.title}</a>
                    {lesson.read && <Badge kind="good"><Icon name="check" className="!size-4" />{t('course.read')}</Badge>}
                  </p>
                  <p className="mt-1 text-sm text-soft" lang={lesson.lang ?? undefined}>{lesson.summary}</p>
                </div>
                <span className="shrink-0 text-sm whitespace-nowrap text-soft">{t('course.minutes', { minutes: lesson.minutes })}</span>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </section>
  );
}
