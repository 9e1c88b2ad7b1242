import { Link } from '@remix-run/react';
import type { DraftLine } from '~/authoring/core/draft-line';
import { messages } from '~/authoring/messages';
import { useFormatter, useLocale, useTranslator } from '~/i18n/speaking';
import { localeNames } from '~/kernel/locale';
import { DataTable } from '~/ui/data-table';
import { StateBadge } from './state-badge';

interface DraftTableProps {
  readonly caption: string;
  readonly drafts: readonly DraftLine[];
  /** Where a row leads: to the pen, or to the judge's desk. */
  readonly leadsTo: 'editor' | 'review';
}

export function DraftTable({ caption, drafts, leadsTo }: DraftTableProps) {
  const t = useTranslator(messages);
  const locale = useLocale();
  const { dateTime } = useFormatter();
  const address = (draftId: string) => (leadsTo === 'editor' ? `/studio/drafts/${draftId}` : `/studio/drafts/${draftId}/review`);
  return (
    <DataTable
      caption={caption}
      hideCaption
      head={[t('studio.lesson'), t('draft.language'), t('draft.state'), t('draft.writers'), t('studio.course'), t('draft.changed-at')]}
      rows={drafts.map((draft) => ({
        key: draft.draftId,
        cells: [
          <Link key="to" to={address(draft.draftId)} lang={draft.title ? draft.locale : undefined}>{draft.title || t('draft.untitled')}</Link>,
          localeNames[draft.locale],
          <StateBadge key="state" state={draft.state} />,
          draft.writers.join(', '),
          draft.courseTitle?.[locale] ?? '',
          dateTime(draft.updatedAt),
        ],
      }))}
    />
  );
}
