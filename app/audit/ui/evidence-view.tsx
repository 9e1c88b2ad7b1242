import { Link } from '@remix-run/react';
import { useFormatter, useTranslator } from '~/i18n/speaking';
import { DataTable } from '~/ui/data-table';
import { Badge } from '~/ui/notice';
import { Facts } from '~/ui/surface';
import type { EventShown, EvidenceShown } from '../core/evidence-shown';
import { messages } from '../messages';
import { ItemView } from './item-view';

/** One attempt: its circumstances, its grade, each event with its hash computed again, each question as it was shown. */
export function EvidenceView({ evidence }: { readonly evidence: EvidenceShown }) {
  const t = useTranslator(messages);
  const format = useFormatter();
  return (
    <>
      <section aria-labelledby="attempt">
        <h2 id="attempt" className="mb-3 text-xl">{t('stage.attempt')}</h2>
        <Facts
          facts={[
            { name: t('column.holder'), value: <Link to={`/audit/people/${evidence.personId}/attempts`}>{evidence.holder}</Link> },
            { name: t('column.assessment'), value: evidence.assessment },
            { name: t('column.attempt-number'), value: format.number(evidence.number) },
            { name: t('column.state'), value: evidence.state },
            { name: t('column.started'), value: format.dateTime(evidence.startedAt) },
            { name: t('column.finished'), value: evidence.finishedAt ? format.dateTime(evidence.finishedAt) : '–' },
            { name: t('evidence.rule'), value: t('evidence.rule-words', { passMark: evidence.passMark, minutes: evidence.minutes }) },
            ...evidence.grades.map((grade) => ({
              name: t('evidence.grade', { number: grade.number }),
              value: `${t('points.of', { points: grade.points, maxPoints: grade.maxPoints })} · ${t(grade.passed ? 'result.passed' : 'result.failed')} · ${format.dateTime(grade.gradedAt)}`,
            })),
          ]}
        />
      </section>
      <section aria-labelledby="questions">
        <h2 id="questions" className="mb-3 mt-8 text-xl">{t('evidence.questions')}</h2>
        <ol className="space-y-3">{evidence.items.map((item) => <ItemView key={item.position} item={item} locale={evidence.locale} />)}</ol>
      </section>
      <section aria-labelledby="events" className="mt-8">
        <h2 id="events" className="mb-3 text-xl">{t('evidence.events')}</h2>
        <EventTable events={evidence.events} />
      </section>
    </>
  );
}

function EventTable({ events }: { readonly events: readonly EventShown[] }) {
  const t = useTranslator(messages);
  const format = useFormatter();
  return (
    <DataTable
      caption={t('evidence.events')}
      hideCaption
      head={[t('evidence.sequence'), t('evidence.event'), t('evidence.when'), t('evidence.who'), t('link.outcome'), t('evidence.hash')]}
      rows={events.map((event) => ({
        key: String(event.sequence),
        cells: [
          format.number(event.sequence),
          <details key="event"><summary className="py-0.5 font-mono text-sm">{event.type}</summary><code className="block max-w-md break-all text-xs">{event.payload}</code></details>,
          <time key="at" dateTime={event.at.toISOString()} className="whitespace-nowrap text-sm">{event.at.toISOString()}</time>,
          event.actor,
          <Badge key="outcome" kind={event.fault === null ? 'good' : 'bad'}>{event.fault === null ? t('outcome.holds') : event.fault}</Badge>,
          <code key="hash" className="block max-w-64 break-all text-xs">{event.hash === event.recomputedHash ? event.hash : `${event.hash} ≠ ${event.recomputedHash}`}</code>,
        ],
      }))}
    />
  );
}
