import { AnswerBadge } from '~/certification/ui/answer-badge';
import type { CertificateStatus } from '~/certification/core/certificate-machine';
import { messages as certificateWords } from '~/certification/messages';
import { useFormatter, useLocale, useTranslator } from '~/i18n/speaking';
import { Page } from '~/ui/page';
import { Facts } from '~/ui/surface';
import type { EvidenceShown } from '../core/evidence-shown';
import type { Stage, WalkVerdict } from '../core/link';
import { messages } from '../messages';
import { DecisionTable, type ListedDecision } from './decision-table';
import { EntryTable, type ListedEntry } from './entry-table';
import { EvidenceView } from './evidence-view';
import { StageList, Verdict } from './stage-list';

interface WalkProps {
  readonly title: string;
  readonly facts: { readonly number: string; readonly holder: string; readonly title: string; readonly locale: string; readonly awardedAt: Date; readonly validUntil: Date; readonly issuer: { readonly name: string }; readonly signedBy: string };
  readonly status: CertificateStatus;
  readonly stages: readonly Stage[];
  readonly verdict: WalkVerdict;
  readonly decisions: readonly ListedDecision[];
  readonly evidence: EvidenceShown | null;
  readonly entries: readonly ListedEntry[];
}

/** The walk from a certificate to grade, attempt, answers and ledger, every link recomputed. */
export function CertificateWalkView({ title, facts, status, stages, verdict, decisions, evidence, entries }: WalkProps) {
  const t = useTranslator(messages);
  const c = useTranslator(certificateWords);
  const format = useFormatter();
  const lang = facts.locale === useLocale() ? undefined : facts.locale;
  const breadcrumbs = [{ to: '/audit/certificates', label: t('place.certificates') }];
  return (
    <Page title={title} width="wide" breadcrumbs={breadcrumbs} breadcrumbsLabel={t('audit.breadcrumbs')} actions={<AnswerBadge answer={status} />}>
      <Verdict verdict={verdict} />
      <Facts
        facts={[
          { name: c('fact.holder'), value: facts.holder },
          { name: c('fact.title'), value: <span lang={lang}>{facts.title}</span> },
          { name: c('fact.issuer'), value: <span lang={lang}>{facts.issuer.name}</span> },
          { name: c('fact.awarded'), value: format.dateTime(facts.awardedAt) },
          { name: c('fact.valid-until'), value: format.dateTime(facts.validUntil) },
          { name: t('walk.signed-by'), value: <code className="break-all text-sm">{facts.signedBy}</code> },
        ]}
      />
      <p className="mb-8 flex flex-wrap gap-x-6 gap-y-2">
        <a href={`/certificates/${facts.number}/evidence.json`} download>{t('walk.evidence-pack')}</a>
        <a href={`/certificates/${facts.number}/credential.json`} download>{c('own.credential')}</a>
        <a href={`/certificates/${facts.number}/certificate.pdf`} download>{c('own.pdf')}</a>
        <a href={`/certificates/${facts.number}/inclusion.txt`} download>{c('own.proof')}</a>
        <a href={`/verify/${facts.number}`}>{c('own.verify')}</a>
      </p>
      <DecisionTable decisions={decisions} />
      <h2 className="mb-3 mt-8 text-xl">{t('walk.chain')}</h2>
      <StageList stages={stages} />
      <EntryTable entries={entries} />
      {evidence && <EvidenceView evidence={evidence} />}
    </Page>
  );
}
