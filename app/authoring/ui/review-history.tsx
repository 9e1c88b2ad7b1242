import { Link } from '@remix-run/react';
import type { ReviewStepLine } from '~/authoring/core/draft-views';
import { messages } from '~/authoring/messages';
import { useFormatter, useTranslator } from '~/i18n/speaking';

interface ReviewHistoryProps {
  readonly history: readonly ReviewStepLine[];
  readonly draftId: string;
}

/** The record of the draft, the latest step first. From each step one can see what changed since. */
export function ReviewHistory({ history, draftId }: ReviewHistoryProps) {
  const t = useTranslator(messages);
  const { dateTime } = useFormatter();
  return (
    <section className="mb-8">
      <h2 className="mb-3 text-xl">{t('review.history')}</h2>
      <ol reversed className="divide-y divide-line rounded-md border border-line bg-raised">
        {[...history].reverse().map((step) => (
          <li key={step.sequence} className="p-4">
            <p><strong>{t('review.step', { number: step.sequence, what: t(`event.${step.type}`) })}</strong> · {step.by} · <time dateTime={step.at.toISOString()}>{dateTime(step.at)}</time></p>
            {step.copiedFrom && <p className="mt-1"><Link to={`/studio/drafts/${step.copiedFrom}`}>{t('review.copied-from')}</Link></p>}
            {step.comment && <blockquote className="mt-1 border-s-4 border-line-strong ps-3 whitespace-pre-wrap">{step.comment}</blockquote>}
            <p className="mt-1 text-sm text-soft"><code className="break-all">{step.documentHash.slice(0, 16)}…</code> · <Link to={`/studio/drafts/${draftId}/review?since=${step.sequence}`}>{t('review.since', { number: step.sequence })}</Link></p>
          </li>
        ))}
      </ol>
    </section>
  );
}
