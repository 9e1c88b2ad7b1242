import { useFormatter, useLocale, useTranslator } from '~/i18n/speaking';
import { Icon, type IconName } from '~/ui/icon';
import type { NoticeKind } from '~/ui/notice';
import { Page } from '~/ui/page';
import { Facts } from '~/ui/surface';
import type { VerificationReport } from '../core/verification-report';
import { messages } from '../messages';
import { answerKind } from './answer-badge';
import { CheckList } from './check-list';
import { HowItIsChecked } from './how-it-is-checked';
import { LogProof } from './log-proof';
import { MatchServiceNumber, type Matched } from './match-service-number';

const panels: Record<NoticeKind, { readonly frame: string; readonly mark: string; readonly icon: IconName }> = {
  good: { frame: 'bg-good-soft border-good', mark: 'text-good', icon: 'check' },
  warn: { frame: 'bg-warn-soft border-warn', mark: 'text-warn', icon: 'warning' },
  bad: { frame: 'bg-bad-soft border-bad', mark: 'text-bad', icon: 'cross' },
  info: { frame: 'bg-accent-soft border-accent', mark: 'text-accent', icon: 'info' },
};

/** The whole answer about one number: what it is worth now, what was certified, how we know, and how to check us. */
export function VerificationView({ report, matched }: { readonly report: VerificationReport; readonly matched: Matched | null }) {
  const t = useTranslator(messages);
  const { facts, answer, log, checks } = report;
  return (
    <Page title={t('verify.of', { number: facts.number })} width="reading">
      <AnswerPanel report={report} />
      <h2 className="mb-3 text-xl">{t('verify.certified')}</h2>
      <CertifiedFactList report={report} />
      {facts.serviceNumber && answer !== 'being-recorded' && <MatchServiceNumber matched={matched} />}
      <h2 className="mb-3 mt-8 text-xl">{t('verify.checks')}</h2>
      <CheckList checks={checks} />
      {log && <LogProof number={facts.number} log={log} statusLists={report.statusLists} did={facts.issuer.did} />}
      <HowItIsChecked />
    </Page>
  );
}

function AnswerPanel({ report: { answer, facts, decisions, checkedAt } }: { readonly report: VerificationReport }) {
  const t = useTranslator(messages);
  const format = useFormatter();
  const { frame, mark, icon } = panels[answerKind[answer]];
  const last = decisions.at(-1);
  const values = { date: format.date(facts.validUntil), decided: last ? format.date(last.at) : '', replacedBy: last?.replacedBy ?? '' };
  return (
    <div className={`mb-8 flex gap-4 rounded-lg border-2 p-5 ${frame}`}>
      <Icon name={icon} className={`mt-1 size-8 ${mark}`} />
      <div className="min-w-0">
        <p className={`text-2xl font-bold ${mark}`}>{t(`answer.${answer}.title`)}</p>
        <p className="mt-1">{t(`answer.${answer}.body`, values)}</p>
        {last?.replacedBy && <p className="mt-1"><a href={`/verify/${last.replacedBy}`}>{last.replacedBy}</a></p>}
        <p className="mt-2 text-sm text-soft">{t('verify.checked-at', { instant: format.dateTime(checkedAt) })}</p>
      </div>
    </div>
  );
}

function CertifiedFactList({ report: { facts, digest, decisions } }: { readonly report: VerificationReport }) {
  const t = useTranslator(messages);
  const format = useFormatter();
  const lang = facts.locale === useLocale() ? undefined : facts.locale;
  const said = (text: string) => <span lang={lang}>{text}</span>;
  return (
    <Facts
      facts={[
        { name: t('fact.holder'), value: <strong className="text-lg">{facts.holder}</strong> },
        { name: t('fact.title'), value: <strong lang={lang}>{facts.title}</strong> },
        { name: t('document.scope'), value: said(facts.scope) },
        { name: t('document.limits'), value: said(facts.limits) },
        { name: t('document.criteria'), value: said(facts.criteria) },
        { name: t('fact.issuer'), value: said(facts.issuer.name) },
        { name: t('fact.awarded'), value: format.date(facts.awardedAt) },
        { name: t('fact.valid-until'), value: format.dateTime(facts.validUntil) },
        { name: t('document.examination'), value: t('fact.examined', { code: facts.code, version: facts.version, date: format.date(facts.examined.to), percent: facts.passMark }) },
        ...decisions.map(({ event, at }) => ({ name: t(`event.${event}`), value: format.dateTime(at) })),
        { name: t('fact.digest'), value: <code className="break-all text-sm">{digest}</code> },
      ]}
    />
  );
}
