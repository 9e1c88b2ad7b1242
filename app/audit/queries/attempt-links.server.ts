import { bytesToHex } from '@noble/hashes/utils.js';
import type { AttemptEvidence } from '~/assessment/queries/attempt-evidence.server';
import { attemptEvidence } from '~/assessment/queries/attempt-evidence.server';
import { sha256Of } from '~/kernel/bytes';
import { canonicalBytes, type JsonObject } from '~/kernel/canonical-json';
import type { AttemptId } from '~/kernel/ids';
import { between, type Instant, minutes } from '~/kernel/instant';
import { placesOfFact } from '~/ledger/queries/places-of-fact.server';
import { db } from '~/platform/db.server';
import { type Link, link, linkOf, pendingLink } from '../core/link';
import { readFormRow } from '../store/attempts.server';
import { checkEntry, type LedgerEntryView } from './ledger-links.server';

export interface AttemptLinks {
  /** Null when the rows are so broken that they cannot be read; `links` then says why. */
  readonly evidence: AttemptEvidence | null;
  readonly links: readonly Link[];
  readonly gradeLinks: readonly Link[];
  readonly ledgerLinks: readonly Link[];
  readonly entries: readonly LedgerEntryView[];
}

/** Recomputes everything that is recorded of one attempt, from its rows as they stand now. */
export async function attemptLinks(attemptId: AttemptId, { logKey, now }: { readonly logKey: string; readonly now: Instant }): Promise<AttemptLinks> {
  const read = await readEvidence(attemptId);
  if (!read.evidence) return { evidence: null, links: [linkOf('evidence-readable', { holds: false, reason: read.fault })], gradeLinks: [], ledgerLinks: [], entries: [] };
  const { evidence } = read;
  const { checks } = evidence;
  const brokenEvents = evidence.events.filter(({ fault }) => fault !== null).map(({ event, fault }) => `${event.sequence}: ${fault}`);
  const links = [
    linkOf('evidence-readable', { holds: true }),
    linkOf('event-chain', { holds: checks.chain, reason: brokenEvents.join(', ') || 'events are missing' }),
    linkOf('event-replay', { holds: checks.replay }),
    await formLink(attemptId, evidence),
    linkOf('items-as-drawn', { holds: checks.items }),
    linkOf('answers-as-recorded', { holds: checks.answers }),
  ];
  const ledger = await ledgerOf(evidence, { logKey, now });
  return { evidence, links, gradeLinks: gradeLinks(evidence), ...ledger };
}

/** Rows that somebody changed may not even be readable; for an auditor that is a finding and no error of the page. */
async function readEvidence(attemptId: AttemptId): Promise<{ readonly evidence: AttemptEvidence; readonly fault: '' } | { readonly evidence: null; readonly fault: string }> {
  try {
    const evidence = await attemptEvidence(db, attemptId);
    return evidence ? { evidence, fault: '' } : { evidence: null, fault: 'the attempt is gone' };
  } catch (error) {
    return { evidence: null, fault: error instanceof Error ? error.message.slice(0, 500) : 'unreadable' };
  }
}

/** From the row and not from what this process remembers of it. */
async function formLink(attemptId: AttemptId, evidence: AttemptEvidence): Promise<Link> {
  const form = await readFormRow(db, attemptId);
  const recorded = evidence.events[0]?.event.payload['formHash'] ?? null;
  return link('form-as-started', { expected: recorded, found: form === null ? null : bytesToHex(sha256Of(canonicalBytes(form))) });
}

function gradeLinks({ grades, recomputed, form, checks }: AttemptEvidence): Link[] {
  const grade = grades.at(-1);
  if (!grade) return [];
  const { numerator, denominator } = form.passMark;
  const reached = grade.points * denominator >= numerator * grade.maxPoints;
  const again = recomputed ? `${recomputed.points}/${recomputed.maxPoints}` : null;
  return [
    link('grade-reaches-pass-mark', { expected: reached, found: grade.passed }),
    checks.grade
      ? link('grade-recomputed', { expected: again ?? `${grade.points}/${grade.maxPoints}`, found: `${grade.points}/${grade.maxPoints}` })
      : linkOf('grade-recomputed', { holds: false, reason: `${grade.points}/${grade.maxPoints} ≠ ${again ?? '?'}` }),
  ];
}

async function ledgerOf({ attempt, formHash, grades, events }: AttemptEvidence, { logKey, now }: { readonly logKey: string; readonly now: Instant }): Promise<{ readonly ledgerLinks: Link[]; readonly entries: LedgerEntryView[] }> {
  const { attemptId, assessmentVersionId, number, startedAt, personId, administrationId } = attempt;
  const start: JsonObject = { attemptId, assessmentVersionId, sequence: number, startedAt: startedAt.toISOString() };
  const started = await placesOfFact({ type: 'attempt-started', subjectId: attemptId });
  const graded = await placesOfFact({ type: 'attempt-graded', subjectId: attemptId });
  const voided = await placesOfFact({ type: 'attempt-voided', subjectId: attemptId });
  const checked = [];
  for (const { entryId } of started) {
    checked.push(await checkEntry({ entryId, type: 'attempt-started', record: start, evidence: { personId, administrationId, formHash, chainHead: events[0]?.event.hash ?? '' }, logKey }));
  }
  for (const { entryId, record } of graded) {
    const grade = grades.find(({ gradeId }) => gradeId === record?.['gradeId']) ?? grades.at(-1);
    if (!grade) continue;
    const { gradeId, chainHead, points, maxPoints, passed, gradedAt } = grade;
    checked.push(await checkEntry({ entryId, type: 'attempt-graded', record: { attemptId, gradeId, chainHead, points, maxPoints, passed, gradedAt: gradedAt.toISOString() }, evidence: {}, logKey }));
  }
  for (const { entryId } of voided) checked.push(await checkEntry({ entryId, type: 'attempt-voided', record: { attemptId }, evidence: {}, logKey }));
  const missing = [started.length === 1 ? [] : ['attempt-started'], graded.length === grades.length ? [] : ['attempt-graded']].flat();
  // Facts of the last moments may still be on their way into the log.
  const onTheWay = between(new Date(events.at(-1)?.event.at ?? startedAt), now) < minutes(1);
  const absent = (about: string) => (onTheWay ? pendingLink('entry-in-log', about) : linkOf('entry-in-log', { holds: false, reason: 'missing in the log', about }));
  return {
    ledgerLinks: [...checked.flatMap(({ links }) => links), ...missing.map(absent)],
    entries: checked.map(({ view }) => view),
  };
}
