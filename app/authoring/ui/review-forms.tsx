import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { longestComment } from '~/authoring/core/draft';
import type { ReviewPage } from '~/authoring/core/draft-views';
import { messages } from '~/authoring/messages';
import { useTranslator } from '~/i18n/speaking';
import { Button } from '~/ui/button';
import { TextArea } from '~/ui/field';
import { Card } from '~/ui/surface';

interface ReviewFormsProps {
  readonly page: ReviewPage;
  /** A comment that was typed and not taken: it comes back. */
  readonly comment: string;
  readonly commentMissing: boolean;
}

/** Every decision this person may take now, each as a form that names the revision and the hash it is about. */
export function ReviewForms({ page, comment, commentMissing }: ReviewFormsProps) {
  const t = useTranslator(messages);
  const { may, state, movedOn, isWriter } = page;
  const nothing = !may.submit && !may.judge && !may.publish && !may.takeBack && !may.withdraw && !page.mayTakeBackPublished;
  return (
    <section className="mb-8">
      <h2 className="mb-3 text-xl">{t('review.decide')}</h2>
      {nothing && <p className="text-soft">{t('review.nothing-to-do')}</p>}
      {state === 'inReview' && isWriter && <p className="mb-3 text-soft">{t('review.own-words')}</p>}
      {movedOn && isWriter && state !== 'inReview' && (
        <StepForm page={page}><Button name="step" value="catch-up">{t('review.catch-up')}</Button></StepForm>
      )}
      {may.submit && (
        <StepForm page={page} explained={t('review.submit-explained')}>
          <TextArea name="comment" rows={2} maxLength={longestComment} label={t('review.comment-optional')} defaultValue={comment} />
          <Button name="step" value="submit">{t('review.submit')}</Button>
        </StepForm>
      )}
      {may.judge && (
        <StepForm page={page}>
          <TextArea name="comment" rows={4} maxLength={longestComment} label={t('review.comment')} hint={t('review.comment-hint')} error={commentMissing ? t('refusal.comment-missing') : undefined} defaultValue={comment} />
          <div className="flex flex-wrap gap-3">
            <Button name="step" value="approve">{t('review.approve')}</Button>
            <Button name="step" value="request-changes" kind="secondary">{t('review.request-changes')}</Button>
          </div>
        </StepForm>
      )}
      {may.publish && !movedOn && (
        <StepForm page={page} explained={t('review.publish-explained', { name: page.approvedBy ?? '' })}>
          <Button name="step" value="publish">{t('review.publish')}</Button>
        </StepForm>
      )}
      {may.takeBack && (
        <StepForm page={page} {...(state === 'approved' && { explained: t('review.take-back-approved') })}>
          <Button name="step" value="take-back" kind="secondary">{t('review.take-back')}</Button>
        </StepForm>
      )}
      {page.mayTakeBackPublished && (
        <StepForm page={page} explained={t('review.withdraw-published-explained')}>
          <Button name="step" value="withdraw-published" kind="danger">{t('review.withdraw-published')}</Button>
        </StepForm>
      )}
      {may.withdraw && (
        <StepForm page={page} explained={t('review.withdraw-explained')}>
          <Button name="step" value="withdraw" kind="danger">{t('review.withdraw')}</Button>
        </StepForm>
      )}
    </section>
  );
}

interface StepFormProps {
  readonly page: ReviewPage;
  readonly explained?: string;
  readonly children: ReactNode;
}

function StepForm({ page, explained, children }: StepFormProps) {
  return (
    <Card className="mb-4">
      <Form method="post" action={`/studio/drafts/${page.draftId}/review`} noValidate>
        <input type="hidden" name="revision" value={page.revision} />
        <input type="hidden" name="documentHash" value={page.documentHash} />
        {explained && <p className="mb-3">{explained}</p>}
        {children}
      </Form>
    </Card>
  );
}
