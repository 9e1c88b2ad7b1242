import type { DraftReading as Reading } from '~/authoring/core/draft-reading';
import { messages } from '~/authoring/messages';
import { useTranslator } from '~/i18n/speaking';
import { Alert } from '~/ui/notice';
import { Page } from '~/ui/page';
import { DraftReading } from './draft-reading';

interface PreviewPageProps {
  readonly draftId: string;
  readonly reading: Reading;
  readonly isPhone: boolean;
}

/** The lesson exactly as a trainee will read it, at the width of the window or of a phone. */
export function PreviewPage({ draftId, reading, isPhone }: PreviewPageProps) {
  const t = useTranslator(messages);
  const address = `/studio/drafts/${draftId}/preview`;
  const widths = [
    { to: address, label: t('preview.full'), isCurrent: !isPhone },
    { to: `${address}?width=phone`, label: t('preview.phone'), isCurrent: isPhone },
  ];
  return (
    <>
      <div className="no-print mx-auto w-full max-w-5xl px-4 pt-6 sm:px-6">
        <Alert kind="info">
          <p>{t('preview.notice')}</p>
          <nav aria-label={t('preview.width')}>
            <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1">
              {widths.map(({ to, label, isCurrent }) => <li key={to}><a href={to} aria-current={isCurrent ? 'true' : undefined} className="inline-block py-1 aria-[current]:font-bold aria-[current]:no-underline">{label}</a></li>)}
              <li><a href={`/studio/drafts/${draftId}`} className="inline-block py-1">{t('draft.to-editor')}</a></li>
              <li><a href={`${address.replace('/preview', '/review')}`} className="inline-block py-1">{t('draft.to-review-page')}</a></li>
            </ul>
          </nav>
        </Alert>
      </div>
      <div className={isPhone ? 'mx-auto my-4 w-full max-w-[22.5rem] overflow-x-clip rounded-lg border border-line-strong' : ''}>
        <Page width="reading" title={<span lang={reading.locale}>{reading.title || t('draft.untitled')}</span>} lead={<span lang={reading.locale}>{reading.summary}</span>}>
          <DraftReading reading={reading} address={address} />
        </Page>
      </div>
    </>
  );
}
