import type { ItemKey, ItemResponse } from '~/content/core/item';
import { itemKeys, type ItemVersion, itemVersions } from '~/content/queries/exam-bank.server';
import { canonicalJson } from '~/kernel/canonical-json';
import type { AttemptId } from '~/kernel/ids';
import type { Reader } from '~/platform/db.server';
import { type AttemptStanding, replay } from '../core/attempt';
import { type AttemptForm, hashOfForm, responseInAuthorsIds } from '../core/attempt-form';
import { checkChain, type CheckedLink, readRecordedEvent } from '../core/event-chain';
import { type AttemptGrade, gradeAttempt, graderVersion } from '../core/grade';
import { listAnswers, type StoredAnswer } from '../store/answers.server';
import { listEvents } from '../store/attempt-events.server';
import { getForm } from '../store/attempt-forms.server';
import type { Attempt } from '../store/attempt-row.server';
import { findAnyAttempt } from '../store/attempts.server';
import { type Grade, listGrades } from '../store/grades.server';

/** A question as it was shown, with what was last saved for it and how it was marked. Option ids are the author's. */
export interface EvidenceItem {
  readonly position: number;
  readonly version: ItemVersion;
  /** The order in which the options stood, with the ids that the browser saw. */
  readonly options: readonly { readonly shownAs: string; readonly option: string }[];
  readonly response: ItemResponse | null;
  readonly key: ItemKey;
  /** The version in the bank has the hash that was frozen into the form. */
  readonly versionHolds: boolean;
}

/** Every claim of an attempt's record, computed again. */
export interface EvidenceChecks {
  /** Each event's hash follows from the one before, the last is the attempt's head, and none is missing. */
  readonly chain: boolean;
  /** The recorded events lead to exactly the state and context of the row. */
  readonly replay: boolean;
  /** The form has the hash that the first event recorded. */
  readonly form: boolean;
  /** Each item version shown has the hash in the form. */
  readonly items: boolean;
  /** Each answer has its event, and each event its answer. */
  readonly answers: boolean;
  /** Marking the answers again gives the points, item for item, and the last grade stands in the chain. */
  readonly grade: boolean;
}

export interface AttemptEvidence {
  readonly attempt: Attempt;
  readonly form: AttemptForm;
  readonly formHash: string;
  readonly events: readonly CheckedLink[];
  readonly answers: readonly StoredAnswer[];
  readonly items: readonly EvidenceItem[];
  readonly grades: readonly Grade[];
  /** By today's grader, from the record alone; null when the attempt has no grade or was marked by another rule. */
  readonly recomputed: AttemptGrade | null;
  readonly checks: EvidenceChecks;
}

/** Everything that is recorded of one attempt, each claim computed again: for auditors, who have been let in elsewhere. */
export async function attemptEvidence(reader: Reader, attemptId: AttemptId): Promise<AttemptEvidence | null> {
  const attempt = await findAnyAttempt(reader, attemptId);
  if (!attempt) return null;
  const form = await getForm(reader, attemptId);
  const events = checkChain(await listEvents(reader, attemptId));
  const answers = await listAnswers(reader, attemptId);
  const items = await itemsOf(reader, { form, standing: attempt.standing });
  const grades = await listGrades(reader, attemptId);
  const last = grades.at(-1);
  const recomputed = last?.graderVersion === graderVersion ? markAgain({ form, items }) : null;
  const formHash = hashOfForm(form);
  const checks = {
    chain: chainHolds(attempt, events),
    replay: replayHolds(attempt.standing, events),
    form: events[0]?.event.payload['formHash'] === formHash,
    items: items.every((item) => item.versionHolds),
    answers: answersHold(answers, events),
    grade: last === undefined || gradeHolds({ grade: last, recomputed, events }),
  };
  return { attempt, form, formHash, events, answers, items, grades, recomputed, checks };
}

async function itemsOf(reader: Reader, { form, standing }: { readonly form: AttemptForm; readonly standing: AttemptStanding }): Promise<EvidenceItem[]> {
  const ids = form.items.map((item) => item.itemVersionId);
  const versions = new Map((await itemVersions(reader, ids)).map((version) => [version.id, version]));
  const keys = await itemKeys(reader, ids);
  return form.items.map((item, index) => {
    const version = versions.get(item.itemVersionId);
    const key = keys.get(item.itemVersionId)?.key;
    if (!version || !key) throw new Error(`Item version ${item.itemVersionId} is gone`);
    const saved = standing.context.answers[index + 1];
    return {
      position: index + 1,
      version,
      options: item.options.map(({ id, option }) => ({ shownAs: id, option })),
      response: saved ? responseInAuthorsIds(item, saved.chosen) : null,
      key,
      versionHolds: version.hash === item.hash,
    };
  });
}

function markAgain({ form, items }: { readonly form: AttemptForm; readonly items: readonly EvidenceItem[] }): AttemptGrade {
  const gradable = items.map(({ position, version, response, key }, index) => {
    const { outcome, points } = form.items[index] ?? version;
    return { position, itemVersionId: version.id, outcome, points, key, response };
  });
  return gradeAttempt({ items: gradable, passMark: form.passMark });
}

function chainHolds({ chainHead, chainLength }: Attempt, events: readonly CheckedLink[]): boolean {
  return events.length === chainLength && events.at(-1)?.event.hash === chainHead && events.every((link) => link.fault === null);
}

function replayHolds(standing: AttemptStanding, events: readonly CheckedLink[]): boolean {
  const happened = events.map((link) => readRecordedEvent(link.event));
  const replayed = happened.every((event) => event !== null) ? replay(happened) : null;
  return replayed?.state === standing.state && canonicalJson(replayed.context) === canonicalJson(standing.context);
}

function answersHold(answers: readonly StoredAnswer[], events: readonly CheckedLink[]): boolean {
  const recorded = events.filter(({ event }) => event.type === 'SAVE_ANSWER').map(({ event: { payload, at } }) => canonicalJson({ ...payload, at }));
  const kept = answers.map(({ answerId, number, position, chosen, savedAt }) => canonicalJson({ answerId, number, position, chosen, at: savedAt.toISOString() }));
  return recorded.length === kept.length && new Set([...recorded, ...kept]).size === kept.length;
}

function gradeHolds({ grade, recomputed, events }: { readonly grade: Grade; readonly recomputed: AttemptGrade | null; readonly events: readonly CheckedLink[] }): boolean {
  const link = events.find(({ event }) => event.hash === grade.chainHead);
  const recorded = link?.event.payload;
  if (recorded?.['gradeId'] !== grade.gradeId || recorded['points'] !== grade.points || recorded['passed'] !== grade.passed) return false;
  if (!recomputed) return true;
  const { points, maxPoints, passed, byItem } = recomputed;
  return points === grade.points && maxPoints === grade.maxPoints && passed === grade.passed && canonicalJson(byItem) === canonicalJson([...grade.byItem]);
}
