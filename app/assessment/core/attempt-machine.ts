import { assign, setup } from 'xstate';
import { z } from 'zod';
import type { AttemptEvent, EventOf } from './attempt-event';

/** Stored with every attempt. It rises when the machine changes in a way that old contexts do not fit. */
export const attemptMachineVersion = 1;

const instant = z.iso.datetime({ precision: 3 });

const savedAnswer = z.strictObject({
  answerId: z.string(),
  number: z.int().positive(),
  chosen: z.array(z.string()),
  savedAt: instant,
});

/** All that the machine remembers. Only JSON: it is stored as it is and validated whenever it is read. */
export const attemptContext = z.strictObject({
  itemCount: z.int().nonnegative(),
  deadlineAt: instant.nullable(),
  suspendedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  /** What was last saved, by position of the question (from 1). */
  answers: z.record(z.string(), savedAnswer),
  flagged: z.array(z.int().positive()),
  grade: z
    .strictObject({
      gradeId: z.string(),
      gradeNumber: z.int().positive(),
      points: z.int().nonnegative(),
      maxPoints: z.int().nonnegative(),
      passed: z.boolean(),
    })
    .nullable(),
});

export type AttemptContext = z.infer<typeof attemptContext>;
export type SavedAnswer = z.infer<typeof savedAnswer>;

const emptyContext: AttemptContext = {
  itemCount: 0,
  deadlineAt: null,
  suspendedAt: null,
  finishedAt: null,
  answers: {},
  flagged: [],
  grade: null,
};

type Given = { context: AttemptContext; event: AttemptEvent };

/** ISO instants of one format in one zone: their order in time is their order as text. */
function inTime({ context, event }: Given): boolean {
  return context.deadlineAt !== null && event.at < context.deadlineAt;
}

function isQuestion(context: AttemptContext, position: number): boolean {
  return position >= 1 && position <= context.itemCount;
}

/** XState hands every event to every action; the state chart guarantees that it is this one. */
function only<Type extends AttemptEvent['type']>(event: AttemptEvent, ...types: readonly Type[]): EventOf<Type> {
  if (!types.some((type) => type === event.type)) throw new RangeError(`${event.type} reached an action of ${types.join(', ')}`);
  return event as EventOf<Type>;
}

function shifted(instantText: string, byMilliseconds: number): string {
  return new Date(Date.parse(instantText) + byMilliseconds).toISOString();
}

const machine = setup({
  types: { context: {} as AttemptContext, events: {} as AttemptEvent },
  guards: {
    inTime,
    timeIsUp: (given: Given) => given.context.deadlineAt !== null && !inTime(given),
    /** A lower number than the last one seen for the question is an older tab or a late repeat. */
    newest: (given: Given) => {
      const event = only(given.event, 'SAVE_ANSWER');
      const last = given.context.answers[event.position];
      return inTime(given) && isQuestion(given.context, event.position) && event.number > (last?.number ?? 0);
    },
    changesFlag: (given: Given) => {
      const { position, flagged } = only(given.event, 'FLAG');
      return inTime(given) && isQuestion(given.context, position) && given.context.flagged.includes(position) !== flagged;
    },
    waitsForMarks: ({ event }: Given) => only(event, 'GRADE').openItems > 0,
  },
  actions: {
    begin: assign(({ event }) => {
      const { itemCount, deadlineAt } = only(event, 'START');
      return { itemCount, deadlineAt };
    }),
    saveAnswer: assign(({ context, event }) => {
      const { position, answerId, number, chosen, at } = only(event, 'SAVE_ANSWER');
      return { answers: { ...context.answers, [position]: { answerId, number, chosen, savedAt: at } } };
    }),
    flag: assign(({ context, event }) => {
      const { position, flagged } = only(event, 'FLAG');
      const others = context.flagged.filter((other) => other !== position);
      return { flagged: flagged ? [...others, position].sort((a, b) => a - b) : others };
    }),
    extend: assign(({ context, event }) => ({
      deadlineAt: context.deadlineAt && shifted(context.deadlineAt, only(event, 'EXTEND').minutes * 60_000),
    })),
    stopClock: assign(({ event }) => ({ suspendedAt: event.at })),
    /** The trainee gets back exactly the time that the suspension took. */
    startClock: assign(({ context, event }) => ({
      suspendedAt: null,
      deadlineAt: context.deadlineAt && shifted(context.deadlineAt, Date.parse(event.at) - Date.parse(context.suspendedAt ?? event.at)),
    })),
    finishNow: assign(({ event }) => ({ finishedAt: event.at })),
    /** The recorded finish is the deadline, not the moment somebody noticed. */
    finishAtDeadline: assign(({ context }) => ({ finishedAt: context.deadlineAt })),
    keepGrade: assign(({ event }) => {
      const { gradeId, gradeNumber, points, maxPoints, passed } = only(event, 'GRADE', 'MARKS_IN', 'REGRADE');
      return { grade: { gradeId, gradeNumber, points, maxPoints, passed } };
    }),
  },
});

const voidable = { VOID: { target: 'voided', actions: 'finishNow' } } as const;
const gradable = {
  ...voidable,
  GRADE: [
    { guard: 'waitsForMarks', target: 'awaitingMarks', actions: 'keepGrade' },
    { target: 'graded', actions: 'keepGrade' },
  ],
} as const;

/**
 * One sitting, as section 6 of the architecture draws it. Run by the pure functions alone, so it has guards and `assign` and
 * nothing that would need an actor or a timer: the deadline is data.
 */
export const attemptMachine = machine.createMachine({
  id: 'attempt',
  initial: 'ready',
  context: emptyContext,
  states: {
    ready: { on: { START: { target: 'inProgress', actions: 'begin' }, ...voidable } },
    inProgress: {
      on: {
        SAVE_ANSWER: { guard: 'newest', actions: 'saveAnswer' },
        FLAG: { guard: 'changesFlag', actions: 'flag' },
        EXTEND: { guard: 'inTime', actions: 'extend' },
        SUBMIT: { guard: 'inTime', target: 'submitted', actions: 'finishNow' },
        CLOCK: { guard: 'timeIsUp', target: 'autoSubmitted', actions: 'finishAtDeadline' },
        SUSPEND: { guard: 'inTime', target: 'suspended', actions: 'stopClock' },
        ...voidable,
      },
    },
    suspended: { on: { RESUME: { target: 'inProgress', actions: 'startClock' }, ...voidable } },
    submitted: { on: gradable },
    autoSubmitted: { on: gradable },
    awaitingMarks: { on: { MARKS_IN: { target: 'graded', actions: 'keepGrade' }, ...voidable } },
    graded: { on: { RELEASE: 'released' } },
    released: { on: { APPEAL: 'underAppeal', REGRADE: { actions: 'keepGrade' } } },
    underAppeal: { on: { UPHELD: 'released', DISMISSED: 'released' } },
    voided: { type: 'final' },
  },
});
