import { useTranslator } from '~/i18n/speaking';
import type { AttemptPage } from '../core/attempt-view';
import { messages } from '../messages';

interface NavigatorProps {
  readonly page: Pick<AttemptPage, 'attemptId' | 'standings'>;
  /** The question that stands alone on the page; null where all of them are. */
  readonly current: number | null;
}

/** Every question with its state in words: answered or open, to be looked at again, and where I am. */
export function QuestionNavigator({ page: { attemptId, standings }, current }: NavigatorProps) {
  const t = useTranslator(messages);
  return (
    <nav aria-label={t('attempt.questions')} className="no-print mb-6">
      <ol className="grid grid-cols-[repeat(auto-fill,minmax(5.5rem,1fr))] gap-2">
        {standings.map(({ position, answered, flagged }) => (
          <li key={position}>
            <a
              href={current === null ? `#q-${position}` : `/attempts/${attemptId}?q=${position}`}
              aria-current={position === current ? 'step' : undefined}
              data-navigator={position}
              data-answered={answered || undefined}
              className="block h-full rounded-md border border-line-strong bg-raised px-2 py-1.5 text-center leading-tight no-underline hover:bg-accent-soft aria-[current]:border-2 aria-[current]:border-accent data-[answered]:bg-accent-soft"
            >
              <span className="sr-only">{t('attempt.question-link', { position })}</span>
              <span aria-hidden="true" className="block font-semibold">{position}</span>
              <span className="block text-xs text-ink" data-navigator-state>{t(answered ? 'attempt.answered' : 'attempt.open')}</span>
              {flagged && <span className="block text-xs font-semibold text-warn">{t('attempt.flagged')}</span>}
              {position === current && <span className="block text-xs font-semibold">{t('attempt.current')}</span>}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
