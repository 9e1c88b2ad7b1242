import { useTranslator } from '~/i18n/speaking';
import { messages } from '~/learning/messages';
import type { LessonLink } from '~/learning/core/lesson-page';
import { Icon } from '~/ui/icon';

const look = 'flex min-h-11 flex-1 basis-64 items-center gap-3 rounded-md border border-line bg-raised p-3 no-underline hover:border-accent';

/** The lesson before and the lesson after, by name. */
export function LessonNavigation({ previous, next }: { readonly previous: LessonLink | null; readonly next: LessonLink | null }) {
  const t = useTranslator(messages);
  if (!previous && !next) return null;
  return (
    <nav aria-label={t('lesson.navigation')} className="no-print mt-8 flex flex-wrap gap-3">
      {previous && (
        <a href={previous.address} rel="prev" className={look}>
          <Icon name="previous" />
          <span><span className="block text-sm text-soft">{t('lesson.previous')}</span><span lang={previous.lang ?? undefined}>{previous.title}</span></span>
        </a>
      )}
      {next && (
        <a href={next.address} rel="next" className={`${look} justify-end text-end`}>
          <span><span className="block text-sm text-soft">{t('lesson.next')}</span><span lang={next.lang ?? undefined}>{next.title}</span></span>
          <Icon name="next" />
        </a>
      )}
    </nav>
  );
}
