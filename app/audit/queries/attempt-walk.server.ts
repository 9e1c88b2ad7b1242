import type { AttemptEvidence } from '~/assessment/queries/attempt-evidence.server';
import { currentTrust } from '~/certification/queries/current-trust.server';
import { personNames } from '~/identity/queries/person-names.server';
import type { AdministrationId, AttemptId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import { db } from '~/platform/db.server';
import { type Stage, verdictOf, type WalkVerdict } from '../core/link';
import { isAttemptOf } from '../store/attempts.server';
import { attemptLinks } from './attempt-links.server';
import type { LedgerEntryView } from './ledger-links.server';

/** One attempt, passed or not, with every link recomputed on this server now. */
export interface AttemptWalk {
  readonly evidence: AttemptEvidence | null;
  readonly stages: readonly Stage[];
  readonly verdict: WalkVerdict;
  readonly entries: readonly LedgerEntryView[];
  readonly names: ReadonlyMap<string, string>;
}

/** Null when this administration has no such attempt. */
export async function attemptWalk(of: { readonly attemptId: AttemptId; readonly administrationId: AdministrationId }, now: Instant): Promise<AttemptWalk | null> {
  if (!(await isAttemptOf(db, of))) return null;
  const { log } = await currentTrust();
  const { evidence, links, gradeLinks, ledgerLinks, entries } = await attemptLinks(of.attemptId, { logKey: log.key, now });
  const stages: Stage[] = [
    { name: 'attempt', links },
    { name: 'grade', links: gradeLinks },
    { name: 'ledger', links: ledgerLinks },
  ];
  const people = evidence ? [evidence.attempt.personId, ...evidence.events.map(({ event }) => event.actorId)] : [];
  return { evidence, stages, verdict: verdictOf(stages), entries, names: await personNames(db, [...new Set(people)]) };
}
