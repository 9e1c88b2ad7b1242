import { useFormatter, useLocale, useTranslator } from '~/i18n/speaking';
import { Button, ButtonLink } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { Alert, Badge } from '~/ui/notice';
import { Page } from '~/ui/page';
import { Card } from '~/ui/surface';
import type { AssessmentPage, OwnSitting } from '../core/attempt-view';
import { messages } from '../messages';
import { passMarkRule } from './pass-mark-text';
import { whyNotStart } from './start-words';

/** What the exam is, how it works, whether I may sit it now, and how I did before. */
export function AssessmentView({ page }: { readonly page: AssessmentPage }) {
  const t = useTranslator(messages);
  const locale = useLocale();
  const { definition, questions } = page;
  return (
    <Page
      title={definition.title[locale]}
      lead={t('assessment.lead', { questions, minutes: definition.timeLimitMinutes })}
      breadcrumbs={[{ to: `/courses/${definition.courseCode}`, label: t('assessment.to-course') }]}
      breadcrumbsLabel={t('assessment.breadcrumbs')}
    >
      <div className="grid items-start gap-6 lg:grid-cols-[1fr_20rem]">
        <div className="order-last min-w-0 lg:order-first">
          <Rules page={page} />
          <Topics page={page} />
        </div>
        <StartCard page={page} />
      </div>
      {page.sittings.length > 0 && <Sittings sittings={page.sittings} />}
    </Page>
  );
}

function StartCard({ page: { definition, start } }: { readonly page: AssessmentPage }) {
  const t = useTranslator(messages);
  const format = useFormatter();
  return (
    <Card as="section" className="lg:sticky lg:top-6">
      <h2 className="mb-3 text-lg">{t('start.title')}</h2>
      {start.may === 'not-start' && <Alert kind={start.refusal === 'already-passed' ? 'good' : 'info'}><p>{whyNotStart(start, { t, format })}</p></Alert>}
      {start.may === 'start' && <p className="mb-1">{t('start.left', { left: start.left })}</p>}
      {start.may === 'start' && <p className="mb-4 text-soft">{t('start.clock')}</p>}
      {start.may === 'resume' && <p className="mb-4">{t('start.resume')}</p>}
      {start.may !== 'not-start' && (
        <form method="post" action={`/assessments/${definition.code}`}>
          <Button className="w-full">{t(start.may === 'resume' ? 'start.resume-button' : 'start.button')}</Button>
        </form>
      )}
      {start.may === 'not-start' && <ButtonLink kind="secondary" className="w-full" to={`/courses/${definition.courseCode}`}>{t('result.to-course')}</ButtonLink>}
    </Card>
  );
}

function Rules({ page: { definition, questions } }: { readonly page: AssessmentPage }) {
  const t = useTranslator(messages);
  const format = useFormatter();
  const locale = useLocale();
  const { attempts, certificate } = definition;
  const rules = [
    t('rules.questions', { questions }),
    t('rules.time', { minutes: definition.timeLimitMinutes }),
    passMarkRule(definition.passMark, { t, format }),
    t('rules.points'),
    `${t('rules.attempts', { limit: attempts.limit })} ${attempts.cooldownHours > 0 ? t('rules.cooldown', { hours: attempts.cooldownHours }) : ''}`.trim(),
    t('rules.line'),
    t('rules.end'),
    ...(certificate ? [t('rules.certificate', { title: certificate.title[locale], months: certificate.validityMonths })] : []),
  ];
  return (
    <section className="mb-8">
      <h2 className="mb-3 text-xl">{t('rules.title')}</h2>
      <ul className="list-disc space-y-2 ps-6 marker:text-accent">{rules.map((rule) => <li key={rule}>{rule}</li>)}</ul>
    </section>
  );
}

function Topics({ page: { definition } }: { readonly page: AssessmentPage }) {
  const t = useTranslator(messages);
  const locale = useLocale();
  return (
    <section className="mb-8">
      <h2 className="mb-3 text-xl">{t('rules.topics')}</h2>
      <ul className="divide-y divide-line border-y border-line">
        {definition.blueprint.map(({ outcome, items }) => (
          <li key={outcome} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2">
            <span className="min-w-0 flex-1 basis-64">{definition.outcomes[outcome]?.[locale] ?? outcome}</span>
            <span className="text-sm text-soft">{t('rules.topic-questions', { count: items })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sittings({ sittings }: { readonly sittings: readonly OwnSitting[] }) {
  const t = useTranslator(messages);
  const format = useFormatter();
  const rows = sittings.map((sitting) => {
    const { attemptId, number, state, score, startedAt } = sitting;
    const address = state === 'inProgress' || state === 'suspended' ? `/attempts/${attemptId}` : `/attempts/${attemptId}/result`;
    return {
      key: attemptId,
      cells: [
        <a key="open" href={address}>{t('sittings.open', { number })}</a>,
        format.dateTime(startedAt),
        <SittingBadge key="state" sitting={sitting} />,
        score ? t('sittings.points-of', { points: score.points, max: score.maxPoints }) : '–',
      ],
    };
  });
  return <DataTable caption={t('sittings.title')} head={[t('sittings.number'), t('sittings.started'), t('sittings.state'), t('sittings.points')]} rows={rows} />;
}

function SittingBadge({ sitting: { state, passed } }: { readonly sitting: OwnSitting }) {
  const t = useTranslator(messages);
  if (state === 'released') return <Badge kind={passed ? 'good' : 'bad'}>{t(passed ? 'state.passed' : 'state.failed')}</Badge>;
  return <Badge kind={state === 'inProgress' ? 'info' : 'plain'}>{t(`state.${state}`)}</Badge>;
}
