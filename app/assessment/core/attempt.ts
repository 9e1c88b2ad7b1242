import { initialTransition, transition } from 'xstate';
import type { Instant } from '~/kernel/instant';
import { done, refused, type Result } from '~/kernel/result';
import type { AttemptEvent, CommandEvents, EventOf } from './attempt-event';
import { type AttemptContext, attemptContext, attemptMachine } from './attempt-machine';

export const attemptStates = [
  'ready',
  'inProgress',
  'suspended',
  'submitted',
  'autoSubmitted',
  'awaitingMarks',
  'graded',
  'released',
  'underAppeal',
  'voided',
] as const;
export type AttemptState = (typeof attemptStates)[number];

/** Where one sitting stands: all that its machine needs to go on. */
export interface AttemptStanding {
  readonly state: AttemptState;
  readonly context: AttemptContext;
}

/** What a command answers when the machine does not take its event: by the state that stands in the way. */
export type AttemptRefusal =
  | 'attempt-closed'
  | 'attempt-suspended'
  | 'attempt-open'
  | 'attempt-voided'
  | 'attempt-under-appeal'
  | 'time-is-up'
  | 'answer-out-of-date'
  | 'nothing-to-change';

/** Before anything happened. */
export function newAttempt(): AttemptStanding {
  const [snapshot] = initialTransition(attemptMachine);
  return standingOf(snapshot);
}

/** Reads a stored state and context. @throws Error when the row is not one of this machine's */
export function parseStanding(row: { readonly state: string; readonly context: unknown }): AttemptStanding {
  const state = attemptStates.find((name) => name === row.state);
  if (!state) throw new Error(`An attempt cannot be ${row.state}`);
  return { state, context: attemptContext.parse(row.context) };
}

/**
 * Lets one event happen, or says what stands in its way. Pure. `command` names who sends it: an event that its line in
 * `CommandEvents` does not list does not compile.
 */
export function advance<Command extends keyof CommandEvents>(
  _command: Command,
  standing: AttemptStanding,
  event: EventOf<CommandEvents[Command]>,
): Result<AttemptStanding, AttemptRefusal> {
  const next = step(standing, event);
  return next ? done(next) : refused(whyRefused(standing, event));
}

/** The standing that a record of events leads to; null when the record holds an event that could not happen. */
export function replay(events: readonly AttemptEvent[]): AttemptStanding | null {
  return events.reduce<AttemptStanding | null>((standing, event) => standing && step(standing, event), newAttempt());
}

/** Whether the time of a running attempt has passed. Late is late: the server's clock alone decides, to the millisecond. */
export function isDue({ state, context }: AttemptStanding, now: Instant): boolean {
  return state === 'inProgress' && context.deadlineAt !== null && now.toISOString() >= context.deadlineAt;
}

/** Whether it can still become a grade: it blocks another start. */
export function isOpen(state: AttemptState): boolean {
  return ['ready', 'inProgress', 'suspended', 'submitted', 'autoSubmitted', 'awaitingMarks', 'graded'].includes(state);
}

/** Whether its result may be shown. */
export function isReleased(state: AttemptState): boolean {
  return state === 'released' || state === 'underAppeal';
}

function step(standing: AttemptStanding, event: AttemptEvent): AttemptStanding | null {
  const snapshot = attemptMachine.resolveState({ value: standing.state, context: standing.context });
  const [next] = transition(attemptMachine, snapshot, event);
  // The machine returns the very same snapshot when it has no use for the event.
  return next === snapshot ? null : standingOf(next);
}

function standingOf(snapshot: { readonly value: unknown; readonly context: AttemptContext }): AttemptStanding {
  const state = attemptStates.find((name) => name === snapshot.value);
  if (!state) throw new Error(`The attempt machine has a state without a name here: ${String(snapshot.value)}`);
  return { state, context: snapshot.context };
}

function whyRefused({ state, context }: AttemptStanding, event: AttemptEvent): AttemptRefusal {
  if (state === 'suspended') return 'attempt-suspended';
  if (state === 'voided') return 'attempt-voided';
  if (state === 'underAppeal') return 'attempt-under-appeal';
  if (state !== 'inProgress') return state === 'ready' ? 'attempt-open' : 'attempt-closed';
  if (context.deadlineAt !== null && event.at >= context.deadlineAt) return 'time-is-up';
  if (event.type === 'SAVE_ANSWER') return 'answer-out-of-date';
  return event.type === 'FLAG' ? 'nothing-to-change' : 'attempt-open';
}
