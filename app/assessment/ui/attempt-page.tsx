import { useTranslator } from '~/i18n/speaking';
import { ButtonLink } from '~/ui/button';
import { Icon } from '~/ui/icon';
import { Alert } from '~/ui/notice';
import { Page } from '~/ui/page';
import type { AttemptPage } from '../core/attempt-view';
import { messages } from '../messages';
import { QuestionForm } from './question-form';
import { QuestionNavigator } from './question-navigator';
import { TimeBar } from './time-bar';

interface AttemptViewProps {
  readonly page: AttemptPage;
  /** The question that stands alone on the page; null where all of them are. */
  readonly current: number | null;
  /** An old form was sent again with another choice: what it sent first is what is saved. */
  readonly savedEarlier: boolean;
}

/** An attempt while it runs: all questions on one page, so that a line that breaks costs nothing, or one at a time. */
export function AttemptView({ page, current, savedEarlier }: AttemptViewProps) {
  const t = useTranslator(messages);
  const { attemptId, standings, title, attemptNumber } = page;
  const total = standings.length;
  return (
    <Page
      title={current === null ? title : t('attempt.question-title', { position: current, total })}
      lead={current === null ? t('attempt.number', { number: attemptNumber }) : title}
      width="reading"
    >
      <TimeBar page={page} />
      {savedEarlier && <Alert kind="warn" role="alert"><p>{t('attempt.saved-earlier')}</p></Alert>}
      <p className="mb-4">
        {current === null
          ? <><a href={`/attempts/${attemptId}?q=1`} className="inline-block py-1">{t('attempt.single')}</a> <span className="text-soft">· {t('attempt.all-hint')}</span></>
          : <a href={`/attempts/${attemptId}#q-${current}`} className="inline-block py-1">{t('attempt.all')}</a>}
      </p>
      <QuestionNavigator page={page} current={current} />
      {page.questions.map((question) => <QuestionForm key={question.position} page={page} question={question} alone={current !== null} />)}
      {current !== null && <Neighbours attemptId={attemptId} current={current} total={total} />}
      {current === null && <p><ButtonLink to={`/attempts/${attemptId}/submit`} kind="secondary">{t('attempt.review')}</ButtonLink></p>}
    </Page>
  );
}

function Neighbours({ attemptId, current, total }: { readonly attemptId: string; readonly current: number; readonly total: number }) {
  const t = useTranslator(messages);
  return (
    <p className="flex flex-wrap justify-between gap-4">
      {current > 1 ? <a className="inline-flex items-center gap-1 py-2" href={`/attempts/${attemptId}?q=${current - 1}`}><Icon name="previous" />{t('attempt.previous')}</a> : <span />}
      {current < total && <a className="inline-flex items-center gap-1 py-2" href={`/attempts/${attemptId}?q=${current + 1}`}>{t('attempt.next')}<Icon name="next" /></a>}
    </p>
  );
}

/** An attempt whose clock a coordinator has stopped. */
export function SuspendedView({ page }: { readonly page: AttemptPage }) {
  const t = useTranslator(messages);
  return (
    <Page title={t('attempt.suspended-title')} lead={page.title} width="reading">
      <Alert kind="info"><p>{t('attempt.suspended')}</p></Alert>
    </Page>
  );
}
