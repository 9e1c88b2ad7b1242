import { useTranslator } from '~/i18n/speaking';
import { Button, ButtonLink } from '~/ui/button';
import { Alert } from '~/ui/notice';
import { Page } from '~/ui/page';
import type { AttemptPage, QuestionStanding } from '../core/attempt-view';
import { messages } from '../messages';
import { TimeBar } from './time-bar';

/** The last look before handing in: what is unanswered, what was marked, and that it is final. */
export function ReviewView({ page }: { readonly page: AttemptPage }) {
  const t = useTranslator(messages);
  const { attemptId, standings, title } = page;
  const unanswered = standings.filter((standing) => !standing.answered);
  const flagged = standings.filter((standing) => standing.flagged);
  return (
    <Page title={t('review.title')} lead={title} width="reading">
      <TimeBar page={page} withReview={false} />
      {unanswered.length === 0
        ? <Alert kind="good"><p>{t('review.all-answered', { total: standings.length })}</p></Alert>
        : (
          <Alert kind="warn" title={t('review.unanswered', { count: unanswered.length })}>
            <QuestionLinks attemptId={attemptId} questions={unanswered} />
            <p className="mt-2">{t('review.guess')}</p>
          </Alert>
        )}
      {flagged.length > 0 && (
        <Alert kind="info" title={t('review.flagged', { count: flagged.length })}><QuestionLinks attemptId={attemptId} questions={flagged} /></Alert>
      )}
      <p className="mb-4">{t('review.final')}</p>
      <div className="flex flex-wrap gap-3">
        <form method="post" action={`/attempts/${attemptId}/submit`} data-submit-form><Button>{t('review.submit')}</Button></form>
        <ButtonLink kind="secondary" to={`/attempts/${attemptId}`}>{t('review.back')}</ButtonLink>
      </div>
    </Page>
  );
}

function QuestionLinks({ attemptId, questions }: { readonly attemptId: string; readonly questions: readonly QuestionStanding[] }) {
  const t = useTranslator(messages);
  return (
    <ul className="mt-1 flex flex-wrap gap-x-4">
      {questions.map(({ position }) => (
        <li key={position}><a href={`/attempts/${attemptId}?q=${position}`} className="inline-block py-1">{t('attempt.question-link', { position })}</a></li>
      ))}
    </ul>
  );
}
