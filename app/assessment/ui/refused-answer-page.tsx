import { useTranslator } from '~/i18n/speaking';
import { ButtonLink } from '~/ui/button';
import { Alert } from '~/ui/notice';
import { Page } from '~/ui/page';
import type { AttemptPage, RefusedAnswer } from '../core/attempt-view';
import { messages } from '../messages';
import { QuestionForm } from './question-form';
import { TimeBar } from './time-bar';

/** An answer that was not saved: why, what is saved, and the form as it was filled, ready to be sent again. */
export function RefusedAnswerView({ refused: { attemptId, words, page, chosen } }: { readonly refused: RefusedAnswer }) {
  const t = useTranslator(messages);
  const question = page?.questions[0];
  return (
    <Page title={t('answer.refused')} lead={page?.title} width="reading">
      {page && question && <TimeBar page={page} />}
      <Alert kind="bad" role="alert">
        <p>{words}</p>
        {question && chosen.length > 0 && <p>{t('answer.yours')}</p>}
      </Alert>
      {page && question && <SavedChoice page={page} />}
      {page && question && <QuestionForm page={page} question={question} chosen={chosen} />}
      <p className="flex flex-wrap gap-3">
        {page && question
          ? <ButtonLink kind="secondary" to={`/attempts/${attemptId}?q=${question.position}`}>{t('answer.back')}</ButtonLink>
          : <ButtonLink kind="secondary" to={`/attempts/${attemptId}`}>{t('answer.to-attempt')}</ButtonLink>}
      </p>
    </Page>
  );
}

function SavedChoice({ page }: { readonly page: AttemptPage }) {
  const t = useTranslator(messages);
  const question = page.questions[0];
  const saved = question?.item.options.filter((option) => question.chosen.includes(option.id)) ?? [];
  if (saved.length === 0) return null;
  return (
    <Alert kind="info" title={t('answer.saved-before')}>
      <ul className="list-disc ps-5">
        {saved.map(({ id, text, statement }) => <li key={id}>{statement ? t(statement === 'true' ? 'attempt.true' : 'attempt.false') : text}</li>)}
      </ul>
    </Alert>
  );
}
