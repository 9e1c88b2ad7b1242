import { useTranslator } from '~/i18n/speaking';
import { messages } from '~/learning/messages';
import type { LessonPage } from '~/learning/core/lesson-page';
import { Button } from '~/ui/button';
import { Icon } from '~/ui/icon';

/** Marks the lesson as read, in the version that is on the page, and leads on. */
export function MarkRead({ lesson }: { readonly lesson: LessonPage }) {
  const t = useTranslator(messages);
  if (lesson.read) {
    return <p className="no-print mt-10 flex items-center gap-2 font-semibold text-good"><Icon name="check" />{t('lesson.is-read')}</p>;
  }
  return (
    <form method="post" action={lesson.address} className="no-print mt-10">
      <input type="hidden" name="courseVersionId" value={lesson.courseVersionId} />
      <input type="hidden" name="lessonVersionId" value={lesson.lessonVersionId} />
      <Button>{t(lesson.next ? 'lesson.mark-read' : 'lesson.mark-last')}</Button>
    </form>
  );
}
