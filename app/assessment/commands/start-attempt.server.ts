import { examBank } from '~/content/queries/exam-bank.server';
import { publishedAssessment } from '~/content/queries/published-assessment.server';
import type { PersonActor } from '~/kernel/actor';
import type { AttemptId } from '~/kernel/ids';
import { type Instant, later, minutes } from '~/kernel/instant';
import type { Locale } from '~/kernel/locale';
import { done, refused, type Result } from '~/kernel/result';
import { appendToLedger } from '~/ledger/commands/append-to-ledger.server';
import { type Tx, db, withTransaction } from '~/platform/db.server';
import { newId, newSeed } from '~/platform/random.server';
import { isDue, newAttempt } from '../core/attempt';
import { type AttemptForm, hashOfForm } from '../core/attempt-form';
import { type AttemptProgress, happen } from '../core/attempt-progress';
import { decideStart, type StartDecision } from '../core/attempt-rules';
import { drawForm } from '../core/draw-form';
import { emptyChain } from '../core/event-chain';
import { listSittings, lockAttempt, lockStarts } from '../store/attempts.server';
import { insertAttempt } from '../store/save-attempts.server';
import { beginWork, saveWork } from './attempt-work.server';
import { settleWork } from './finish-attempt.server';

export type StartRefusal = 'assessment-not-found' | 'attempt-cooling-down' | 'attempt-limit-reached' | 'already-passed' | 'bank-too-small';

export const startAttemptStatus = {
  'assessment-not-found': 404,
  'attempt-cooling-down': 409,
  'attempt-limit-reached': 409,
  'already-passed': 409,
  'bank-too-small': 503,
} satisfies Record<StartRefusal, number>;

interface Circumstances {
  readonly actor: PersonActor;
  readonly now: Instant;
}

type Published = NonNullable<Awaited<ReturnType<typeof publishedAssessment>>>;

/** Starts an attempt, or leads back to the one that is running. */
export async function startAttempt(
  { assessment, locale }: { readonly assessment: string; readonly locale: Locale },
  circumstances: Circumstances,
): Promise<Result<{ readonly attemptId: AttemptId; readonly resumed: boolean }, StartRefusal>> {
  const published = await publishedAssessment(db, assessment);
  if (!published) return refused('assessment-not-found');
  return withTransaction('start-attempt', async (tx) => {
    const decision = await decide(tx, published, circumstances);
    if (decision.may === 'resume') return done({ attemptId: decision.attemptId, resumed: true });
    if (decision.may === 'not-start') return refused(decision.refusal);
    const form = await draw(tx, published);
    if (!form.ok) return form;
    const attemptId = await begin(tx, { ...form.value, published, locale, number: decision.number, ...circumstances });
    return done({ attemptId, resumed: false });
  });
}

async function decide(tx: Tx, { assessmentId, definition }: Published, { actor, now }: Circumstances): Promise<StartDecision> {
  const sitting = { personId: actor.id, assessmentId };
  await lockStarts(tx, sitting);
  const earlier = await listSittings(tx, sitting);
  const overdue = earlier.find(({ state, deadlineAt }) => state === 'inProgress' && deadlineAt <= now);
  if (!overdue) return decideStart({ rules: definition, earlier, now });
  // The last attempt ran out and nobody has noticed yet: it ends first, as of its deadline.
  const attempt = await lockAttempt(tx, { attemptId: overdue.attemptId, personId: actor.id });
  if (attempt && isDue(attempt.standing, now)) await saveWork(tx, await settleWork(tx, await beginWork(tx, attempt), now));
  return decideStart({ rules: definition, earlier: await listSittings(tx, sitting), now });
}

async function draw(tx: Tx, { courseId, definition }: Published): Promise<Result<{ form: AttemptForm; seed: string }, 'bank-too-small'>> {
  const seed = newSeed();
  const versions = await examBank(tx, { courseId, outcomes: definition.blueprint.map((line) => line.outcome) });
  const bank = versions.map(({ id, itemId, hash, outcome, points, body }) => ({ id, itemId, hash, outcome, points, type: body.type, options: body.options }));
  const form = drawForm({ definition, courseId, bank, seed, extraMinutes: 0 });
  return form.ok ? done({ form: form.value, seed }) : form;
}

interface Beginning extends Circumstances {
  readonly published: Published;
  readonly form: AttemptForm;
  readonly seed: string;
  readonly number: number;
  readonly locale: Locale;
}

/** Stores the attempt and tells the ledger before the first question is shown: from here on it cannot vanish. */
async function begin(tx: Tx, { published, form, seed, number, locale, actor, now }: Beginning): Promise<AttemptId> {
  const attemptId = newId('attempt');
  const { assessmentId, assessmentVersionId } = published;
  const formHash = hashOfForm(form);
  const started = happen('start-attempt', { attemptId, standing: newAttempt(), chain: emptyChain, newEvents: [] }, {
    type: 'START',
    at: now.toISOString(),
    actorId: actor.id,
    assessmentVersionId,
    number,
    locale,
    formHash,
    itemCount: form.items.length,
    deadlineAt: later(now, minutes(form.timeLimitMinutes + form.extraMinutes)).toISOString(),
  });
  if (!started.ok) throw new Error(`A new attempt could not start: ${started.refusal}`);
  const progress: AttemptProgress = started.value;
  const { id: personId, administrationId } = actor;
  await insertAttempt(tx, { progress, assessmentId, assessmentVersionId, personId, administrationId, number, locale, seed, form, startedAt: now });
  await appendToLedger(tx, {
    type: 'attempt-started',
    record: { attemptId, assessmentVersionId, sequence: number, startedAt: now.toISOString() },
    evidence: { personId, administrationId, formHash, chainHead: progress.chain.head },
    actor,
    subjectId: attemptId,
    recordedAt: now,
  });
  return attemptId;
}
