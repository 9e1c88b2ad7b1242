import { describe, expect, test } from 'vitest';
import { attemptMachine } from './attempt-machine';
import { aForm } from '../../../tests/support/a-form';
import { mintId } from '~/kernel/ids';
import { isDue, newAttempt, parseStanding, replay } from './attempt';
import { attemptEvent, type AttemptEvent } from './attempt-event';
import { recordAnswer } from './record-answer';

const actorId = mintId('person', new Uint8Array(26));
const staff = { actorId, actorRole: 'coordinator' as const, reason: 'The line was down.' };
const clock = (minute: number) => new Date(Date.UTC(2026, 10, 24, 10, minute)).toISOString();
const assessmentVersionId = mintId('assessmentVersion', new Uint8Array(26));
const gradeFacts = { gradeId: mintId('grade', new Uint8Array(26)), gradeNumber: 1, points: 6, maxPoints: 36, passed: false, graderVersion: 1 };

const start: AttemptEvent = { type: 'START', at: clock(0), actorId, assessmentVersionId, number: 1, locale: 'en', formHash: '0'.repeat(64), itemCount: 6, deadlineAt: clock(60) };
const save = (position: number, number: number, minute = 1): AttemptEvent => ({ type: 'SAVE_ANSWER', at: clock(minute), actorId, position, answerId: `answer-${position}-${number}`, number, chosen: ['oa'] });
const submit = (minute: number): AttemptEvent => ({ type: 'SUBMIT', at: clock(minute), actorId });
const tick = (minute: number): AttemptEvent => ({ type: 'CLOCK', at: clock(minute), actorId: 'system' });
const grade: AttemptEvent = { type: 'GRADE', at: clock(61), actorId: 'system', ...gradeFacts, openItems: 0 };
const release: AttemptEvent = { type: 'RELEASE', at: clock(61), actorId: 'system' };

const after = (...events: AttemptEvent[]) => {
  const standing = replay([start, ...events]);
  if (!standing) throw new Error('could not happen');
  return standing;
};
/** The last of these events cannot happen; all before it can. */
const refuses = (...events: AttemptEvent[]) => {
  after(...events.slice(0, -1));
  expect(replay([start, ...events])).toBeNull();
};

describe('time', () => {
  test('a submission just before the deadline counts', () => expect(after(submit(59)).state).toBe('submitted'));
  test('at the deadline it is too late for everything but the clock', () => {
    for (const late of [submit(60), save(1, 1, 60), { type: 'FLAG', at: clock(60), actorId, position: 1, flagged: true } as const]) refuses(late);
  });
  test('the clock ends nothing early, and the recorded finish is the deadline however late somebody notices', () => {
    refuses(tick(59));
    expect(after(tick(600))).toMatchObject({ state: 'autoSubmitted', context: { finishedAt: clock(60) } });
  });
  test('an extension moves the deadline', () => {
    const extended = after({ type: 'EXTEND', at: clock(30), ...staff, minutes: 15 });
    expect(extended.context.deadlineAt).toBe(clock(75));
    expect(isDue(extended, new Date(clock(74)))).toBe(false);
    expect(isDue(extended, new Date(clock(75)))).toBe(true);
  });
  test('a suspension stops the clock and gives back exactly what it took', () => {
    const suspend: AttemptEvent = { type: 'SUSPEND', at: clock(10), ...staff };
    refuses(suspend, save(1, 1, 11));
    refuses(suspend, tick(90));
    expect(after(suspend, { type: 'RESUME', at: clock(35), ...staff }).context).toMatchObject({ deadlineAt: clock(85), suspendedAt: null });
  });
});

describe('answers', () => {
  test('a later answer to the same question replaces the earlier one', () => {
    expect(after(save(2, 1), save(2, 5)).context.answers).toMatchObject({ 2: { number: 5, answerId: 'answer-2-5' } });
  });
  test('a lower or an equal number than the last one of the question is refused; other questions do not matter', () => {
    refuses(save(2, 5), save(2, 4));
    refuses(save(2, 5), save(2, 5));
    expect(after(save(2, 5), save(3, 4)).context.answers[3]?.number).toBe(4);
  });
  test('a question that the attempt does not have is refused', () => refuses(save(7, 1)));
  test('a flag that is set cannot be set again', () => {
    const flag: AttemptEvent = { type: 'FLAG', at: clock(1), actorId, position: 3, flagged: true };
    expect(after(flag).context.flagged).toEqual([3]);
    refuses(flag, flag);
    expect(after(flag, { ...flag, flagged: false }).context.flagged).toEqual([]);
  });
});

describe('the end', () => {
  test('an attempt is submitted once', () => refuses(submit(10), submit(11)));
  test('with open items it waits for marks, else it is graded', () => {
    expect(after(submit(10), { ...grade, openItems: 1 }).state).toBe('awaitingMarks');
    expect(after(submit(10), grade).state).toBe('graded');
    expect(after(submit(10), { ...grade, openItems: 1 }, { type: 'MARKS_IN', at: clock(70), actorId, ...gradeFacts, points: 30 }).context.grade?.points).toBe(30);
  });
  test('a released result can be appealed and graded again; a voided attempt can nothing', () => {
    const released = [submit(10), grade, release];
    expect(after(...released, { type: 'APPEAL', at: clock(70), actorId, reason: 'Question 3' }).state).toBe('underAppeal');
    const regraded = after(...released, { type: 'REGRADE', at: clock(80), ...staff, ...gradeFacts, gradeNumber: 2, points: 36, passed: true });
    expect(regraded).toMatchObject({ state: 'released', context: { grade: { gradeNumber: 2, passed: true } } });
    refuses({ type: 'VOID', at: clock(5), ...staff }, submit(10));
    refuses(...released, { type: 'VOID', at: clock(90), ...staff });
  });
});

describe('the machine', () => {
  test('has no wildcard, timer, actor, entry or exit action: nothing that the pure functions would not run', () => {
    for (const state of Object.values(attemptMachine.states)) {
      expect(state.after).toEqual([]);
      expect(state.always ?? []).toEqual([]);
      expect(state.invoke).toEqual([]);
      expect([...state.entry, ...state.exit]).toEqual([]);
      expect([...state.transitions.keys()].filter((type) => type.includes('*') || type.startsWith('xstate.'))).toEqual([]);
    }
  });
  test('knows exactly the events of the closed list', () => {
    const known = attemptEvent.options.map((option) => option.shape.type.value);
    expect(new Set(attemptMachine.events)).toEqual(new Set(known));
  });
  test('an event from outside the list does not parse', () => {
    for (const type of ['xstate.init', 'xstate.after.1000.attempt.inProgress', 'xstate.done.actor.x', '*', 'start']) {
      expect(attemptEvent.safeParse({ type, at: clock(1), actorId }).success).toBe(false);
    }
    expect(attemptEvent.safeParse({ type: 'EXTEND', at: clock(1), actorId, minutes: 5 }).success).toBe(false);
  });
});

test('a row with a state or a context that is not the machine’s is an error where it is read', () => {
  const { context } = newAttempt();
  expect(() => parseStanding({ state: 'cancelled', context })).toThrow();
  expect(() => parseStanding({ state: 'ready', context: { ...context, flagged: ['1'] } })).toThrow();
});

describe('an answer as it comes in', () => {
  const form = aForm();
  const item = form.items[0]!;
  const actor = { id: actorId, role: 'trainee' as const, administrationId: mintId('administration', new Uint8Array(26)) };
  const sent = { answerId: 'answer-0001', number: 3, item: item.id, response: [item.options[0]!.id] };
  const record = (answer = sent, standing = after(), minute = 5) => recordAnswer({ form, standing, answer, actor, now: new Date(clock(minute)) });

  test('is written down with the server’s time', () => {
    expect(record()).toMatchObject({ ok: true, value: { receipt: { number: 3, position: 1, chosen: sent.response, savedAt: new Date(clock(5)) } } });
  });
  test('may clear what was chosen', () => {
    expect(record({ ...sent, response: [] })).toMatchObject({ ok: true, value: { event: { chosen: [] } } });
  });
  test.each([
    ['of an unknown question', { ...sent, item: 'q0000000000' }, 'unknown-item'],
    ['with an unknown option', { ...sent, response: ['o0000000000'] }, 'unknown-option'],
  ])('%s is refused', (_, answer, refusal) => expect(record(answer)).toEqual({ ok: false, refusal }));
  test('of an older tab, of a used number, after the deadline, while suspended is refused by its own name', () => {
    const saved = after(save(1, 3));
    expect(record({ ...sent, number: 2 }, saved)).toEqual({ ok: false, refusal: 'answer-out-of-date' });
    expect(record(sent, saved)).toEqual({ ok: false, refusal: 'answer-number-used' });
    expect(record(sent, saved, 60)).toEqual({ ok: false, refusal: 'time-is-up' });
    expect(record(sent, after({ type: 'SUSPEND', at: clock(2), ...staff }))).toEqual({ ok: false, refusal: 'attempt-suspended' });
    expect(record(sent, after(submit(4)))).toEqual({ ok: false, refusal: 'attempt-closed' });
  });
});
