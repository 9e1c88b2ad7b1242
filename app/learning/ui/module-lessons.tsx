import { useTranslator } from '~/i18n/speaking';
import type { LessonOnPage } from '~/learning/core/course-contents';
import { messages } from '~/learning/messages';
import { Icon } from '~/ui/icon';

/** The lessons of the module beside the text; under it on a narrow screen. */
export function ModuleLessons({ lessons, current }: { readonly lessons: readonly LessonOnPage[]; readonly current: string }) {
  const t = useTranslator(messages);
  return (
    <nav aria-labelledby="in-module" className="no-print mt-12 lg:sticky lg:top-6 lg:mt-0 lg:self-start">
      <h2 id="in-module" className="text-base">{t('lesson.in-module')}</h2>
      <ol className="mt-2 border-s-2 border-line">
        {lessons.map(({ address, title, lang, read }) => (
          <li key={address}>
            <a href={address} aria-current={address === current ? 'page' : undefined}
              className="-ms-0.5 flex items-start gap-2 border-s-2 border-transparent px-3 py-1.5 no-underline hover:underline aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink">
              <span lang={lang ?? undefined}>{title}</span>
              {read && <><Icon name="check" className="mt-0.5 text-good" /><span className="sr-only">({t('course.read')})</span></>}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
