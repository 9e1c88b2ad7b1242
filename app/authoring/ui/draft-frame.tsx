import type { ReactNode } from 'react';
import type { DraftHead } from '~/authoring/core/draft-views';
import { messages } from '~/authoring/messages';
import { useLocale, useTranslator } from '~/i18n/speaking';
import { localeNames } from '~/kernel/locale';
import { Page } from '~/ui/page';
import { StateBadge } from './state-badge';

interface DraftFrameProps {
  readonly head: DraftHead;
  readonly title: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Where every page of a draft stands: course, module, language, state, writers. */
export function DraftFrame({ head, title, actions, children }: DraftFrameProps) {
  const t = useTranslator(messages);
  const locale = useLocale();
  const { course, moduleTitle, writers, state } = head;
  const crumbs = [
    { to: '/studio', label: t('studio.title') },
    { to: `/studio/courses/${course.code}`, label: course.title[locale] },
  ];
  return (
    <Page title={title} breadcrumbs={crumbs} breadcrumbsLabel={t('studio.breadcrumbs')} actions={actions}>
      <div className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-2 text-soft">
        <StateBadge state={state} />
        <span>{localeNames[head.locale]}</span>
        {moduleTitle && <span>{moduleTitle[locale]}</span>}
        <span>{t('draft.writers')} {writers.join(', ')}</span>
      </div>
      {children}
    </Page>
  );
}
