import { useFormatter, useTranslator } from '~/i18n/speaking';
import { Icon } from '~/ui/icon';
import type { AttemptPage } from '../core/attempt-view';
import { messages } from '../messages';
import { liveWordsJson } from './live-words';

/** How much time is left and how far I am; stays in sight. The island keeps it running, without it the deadline stands there. */
export function TimeBar({ page, withReview = true }: { readonly page: AttemptPage; readonly withReview?: boolean }) {
  const t = useTranslator(messages);
  const format = useFormatter();
  const { attemptId, deadlineAt, now, standings } = page;
  const minutes = Math.max(0, Math.floor((deadlineAt.getTime() - now.getTime()) / 60_000));
  const answered = standings.filter((standing) => standing.answered).length;
  return (
    <div
      className="sticky top-0 z-10 -mx-4 mb-6 border-b border-line bg-surface px-4 py-2 sm:-mx-6 sm:px-6"
      data-attempt={attemptId}
      data-deadline={deadlineAt.toISOString()}
      data-now={now.toISOString()}
      data-next-number={page.nextNumber}
      data-time-zone={format.timeZone}
      data-words={liveWordsJson(t)}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
        <p className="flex items-center gap-2 font-semibold">
          <Icon name="clock" />
          <span data-time-left>{minutes > 0 ? t('attempt.time-left', { minutes }) : t('attempt.last-minute')}</span>
          <span className="font-normal text-soft">{t('attempt.until', { time: format.time(deadlineAt) })}</span>
        </p>
        <p className="text-soft" data-answered-count>{t('attempt.answered-count', { answered, total: standings.length })}</p>
        {withReview && <a href={`/attempts/${attemptId}/submit`} data-review className="inline-block py-1 font-semibold">{t('attempt.review')}</a>}
      </div>
      <p role="status" aria-live="polite" data-announcement className="text-sm font-semibold text-warn empty:hidden" />
    </div>
  );
}
