import { Link } from '@remix-run/react';
import type { Against, ReviewPage } from '~/authoring/core/draft-views';
import { messages } from '~/authoring/messages';
import { useFormatter, useTranslator } from '~/i18n/speaking';
import { ButtonLink } from '~/ui/button';
import { Alert } from '~/ui/notice';
import { Facts } from '~/ui/surface';
import { DifferenceView } from './difference-view';
import { DraftFrame } from './draft-frame';
import { ReviewForms } from './review-forms';
import { ReviewHistory } from './review-history';

export interface ReviewAnswer {
  readonly refusal: string;
  readonly words: string;
  readonly comment: string;
}

interface ReviewPageViewProps {
  readonly page: ReviewPage;
  readonly answer: ReviewAnswer | null;
  /** The step that was just taken, for a word of confirmation. */
  readonly done: string | null;
}

/** What changed, who did what, and what this person may decide. Works without JavaScript. */
export function ReviewPageView({ page, answer, done }: ReviewPageViewProps) {
  const t = useTranslator(messages);
  const { draftId, title, locale, difference, against, may, movedOn } = page;
  const doneKey = `review.done.${done}`;
  const actions = (
    <>
      {may.write && <ButtonLink kind="secondary" to={`/studio/drafts/${draftId}`}>{t('draft.to-editor')}</ButtonLink>}
      <ButtonLink kind="secondary" to={`/studio/drafts/${draftId}/preview`}>{t('draft.to-preview')}</ButtonLink>
    </>
  );
  return (
    <DraftFrame head={page} title={t('review.title', { title: title || t('draft.untitled') })} actions={actions}>
      {answer && <Alert kind="bad" role="alert" title={t('error.title')}>{answer.words}</Alert>}
      {!answer && messages.has(doneKey) && <Alert kind="good" role="status">{t(doneKey)}</Alert>}
      {movedOn && <Alert kind="warn" title={t('review.moved-on')}>{t('review.moved-on-explained')}</Alert>}
      <section className="mb-8">
        <h2 className="mb-3 text-xl">{t('review.changes')}</h2>
        <AgainstLine against={against} draftId={draftId} />
        <DifferenceView difference={difference} lang={locale} />
      </section>
      <ReviewForms page={page} comment={answer?.comment ?? ''} commentMissing={answer?.refusal === 'comment-missing'} />
      <Facts facts={[{ name: t('draft.hash'), value: <code className="text-sm break-all">{page.documentHash}</code> }]} />
      <ReviewHistory history={page.history} draftId={draftId} />
    </DraftFrame>
  );
}

function AgainstLine({ against, draftId }: { readonly against: Against; readonly draftId: string }) {
  const t = useTranslator(messages);
  const { date } = useFormatter();
  if (against.kind === 'nothing') return <p className="mb-2">{t('review.against-nothing')}</p>;
  if (against.kind === 'published') return <p className="mb-2">{t('review.against-published', { number: against.number, date: date(against.publishedAt) })}</p>;
  return <p className="mb-2">{t('review.against-step', { number: against.sequence })} <Link to={`/studio/drafts/${draftId}/review`}>{t('review.against-published-link')}</Link></p>;
}
