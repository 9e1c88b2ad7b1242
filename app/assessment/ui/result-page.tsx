import type { ReactNode } from 'react';
import { useFormatter, useTranslator } from '~/i18n/speaking';
import { percentDown } from '~/kernel/points';
import { ButtonLink } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { Alert, Badge } from '~/ui/notice';
import { Page } from '~/ui/page';
import { Card, ProgressBar } from '~/ui/surface';
import type { AttemptResult, OutcomeResult, ReleasedScore } from '../core/attempt-view';
import { messages } from '../messages';
import { passMarkShare } from './pass-mark-text';
import { whyNotStart } from './start-words';

interface ResultViewProps {
  readonly result: AttemptResult;
  /** What the page says of the certificate, composed where certificates are known; null where none is earned. */
  readonly certificate: ReactNode;
}

/** How an attempt ended: passed or not in words, what was shown by topic, what to read, how to go on. */
export function ResultView({ result, certificate }: ResultViewProps) {
  const t = useTranslator(messages);
  const { score, number, title, voidReason } = result;
  return (
    <Page title={t(titleOf(result))} lead={t('result.lead', { title, number })} width="reading">
      {voidReason !== null && <Alert kind="warn"><p>{t('result.voided', { reason: voidReason })}</p></Alert>}
      {!score && voidReason === null && <Alert kind="info"><p>{t('result.waiting')}</p></Alert>}
      {score && <Verdict result={result} score={score} />}
      {certificate}
      {score && <Outcomes score={score} />}
      {score && <ReadAgain outcomes={score.outcomes} />}
      <HowToGoOn result={result} />
    </Page>
  );
}

function titleOf({ score, state }: AttemptResult) {
  if (state === 'voided') return 'result.title-voided';
  if (!score) return 'result.title-waiting';
  return score.passed ? 'result.title-passed' : 'result.title-failed';
}

function Verdict({ result, score }: { readonly result: AttemptResult; readonly score: ReleasedScore }) {
  const t = useTranslator(messages);
  const format = useFormatter();
  const { points, maxPoints, passed, passMark } = score;
  const words = { points, max: maxPoints, percent: format.percent(percentDown(points, maxPoints)), passMark: passMarkShare(passMark, { t, format }) };
  const at = result.finishedAt && format.dateTime(result.finishedAt);
  return (
    <Alert kind={passed ? 'good' : 'bad'} title={t(passed ? 'result.title-passed' : 'result.title-failed')}>
      <p>{t('result.points', words)}</p>
      {at && <p className="text-soft">{t(result.atDeadline ? 'result.at-deadline' : 'result.finished', { at })}</p>}
      {result.state === 'underAppeal' && <p>{t('result.under-appeal')}</p>}
    </Alert>
  );
}

function Outcomes({ score }: { readonly score: ReleasedScore }) {
  const t = useTranslator(messages);
  const format = useFormatter();
  const rows = score.outcomes.map(({ outcome, text, points, maxPoints, reached }) => ({
    key: outcome,
    cells: [
      text,
      <ProgressBar key="bar" label={t('result.bar', { points, max: maxPoints, percent: format.percent(percentDown(points, maxPoints)) })} done={points} total={maxPoints} />,
      <Badge key="verdict" kind={reached ? 'good' : 'warn'}>{t(reached ? 'result.reached' : 'result.not-reached')}</Badge>,
    ],
  }));
  return <DataTable caption={t('result.outcomes')} head={[t('result.outcome'), t('result.outcome-points'), t('result.outcome-verdict')]} rows={rows} />;
}

function ReadAgain({ outcomes }: { readonly outcomes: readonly OutcomeResult[] }) {
  const t = useTranslator(messages);
  const missed = outcomes.filter((outcome) => !outcome.reached);
  return (
    <section className="mb-6">
      <h2 className="mb-2 text-xl">{t('result.read-again')}</h2>
      {missed.length === 0 && <p>{t('result.read-nothing')}</p>}
      {missed.map(({ outcome, text, lessons }) => (
        <div key={outcome} className="mb-3">
          <h3 className="font-semibold">{text}</h3>
          {lessons.length === 0
            ? <p className="text-soft">{t('result.read-no-lesson')}</p>
            : <ul className="list-disc ps-6">{lessons.map(({ address, title, locale }) => <li key={address}><a href={address} lang={locale} className="inline-block py-1">{title}</a></li>)}</ul>}
        </div>
      ))}
    </section>
  );
}

function HowToGoOn({ result }: { readonly result: AttemptResult }) {
  const t = useTranslator(messages);
  const format = useFormatter();
  const { next, assessmentCode, courseCode } = result;
  return (
    <section>
      <h2 className="mb-2 text-xl">{t('result.next')}</h2>
      {next.may === 'not-start' && <p className="mb-3">{whyNotStart(next, { t, format })}</p>}
      {next.may === 'start' && <p className="mb-3">{t('result.next-now')} {t('start.left', { left: next.left })}</p>}
      <p className="flex flex-wrap gap-3">
        <ButtonLink kind="secondary" to={`/assessments/${assessmentCode}`}>{t('result.to-exam')}</ButtonLink>
        <ButtonLink kind="secondary" to={`/courses/${courseCode}`}>{t('result.to-course')}</ButtonLink>
      </p>
    </section>
  );
}

/** What is said of a certificate that the attempt earned: its number once it is issued, before that that it is on its way. */
export function EarnedCertificate({ number }: { readonly number: string | null }) {
  const t = useTranslator(messages);
  return (
    <Card as="section" className="mb-6">
      <h2 className="mb-2 text-xl">{t('result.certificate')}</h2>
      <p className="mb-3">{number ? t('result.certificate-ready', { number }) : t('result.certificate-pending')}</p>
      <ButtonLink to="/certificates">{t('result.certificate-link')}</ButtonLink>
    </Card>
  );
}
