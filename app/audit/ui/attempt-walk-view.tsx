import { useTranslator } from '~/i18n/speaking';
import { Page } from '~/ui/page';
import type { EvidenceShown } from '../core/evidence-shown';
import type { Stage, WalkVerdict } from '../core/link';
import { messages } from '../messages';
import { EntryTable, type ListedEntry } from './entry-table';
import { EvidenceView } from './evidence-view';
import { StageList, Verdict } from './stage-list';

interface WalkProps {
  readonly title: string;
  readonly attemptId: string;
  readonly stages: readonly Stage[];
  readonly verdict: WalkVerdict;
  readonly evidence: EvidenceShown | null;
  readonly entries: readonly ListedEntry[];
}

/** One attempt with every link recomputed, whether it passed or not. */
export function AttemptWalkView({ title, attemptId, stages, verdict, evidence, entries }: WalkProps) {
  const t = useTranslator(messages);
  const breadcrumbs = [{ to: '/audit/attempts', label: t('place.attempts') }];
  return (
    <Page title={title} lead={<code className="text-base">{attemptId}</code>} width="wide" breadcrumbs={breadcrumbs} breadcrumbsLabel={t('audit.breadcrumbs')}>
      <Verdict verdict={verdict} />
      <h2 className="mb-3 text-xl">{t('walk.chain')}</h2>
      <StageList stages={stages} />
      {entries.length > 0 && <EntryTable entries={entries} />}
      {evidence && <EvidenceView evidence={evidence} />}
    </Page>
  );
}
