import type { AttemptId } from '~/kernel/ids';
import { done, type Result } from '~/kernel/result';
import { advance, type AttemptRefusal, type AttemptStanding } from './attempt';
import type { CommandEvents, EventOf } from './attempt-event';
import { type ChainEnd, chainEvent, type RecordedEvent } from './event-chain';

/** An attempt inside one command: where it stands now, and the events since it was read, already chained. */
export interface AttemptProgress {
  readonly attemptId: AttemptId;
  readonly standing: AttemptStanding;
  readonly chain: ChainEnd;
  readonly newEvents: readonly RecordedEvent[];
}

/** Lets one event happen and writes it down, so that no standing exists without its record. */
export function happen<Command extends keyof CommandEvents>(
  command: Command,
  progress: AttemptProgress,
  event: EventOf<CommandEvents[Command]>,
): Result<AttemptProgress, AttemptRefusal> {
  const next = advance(command, progress.standing, event);
  return next.ok ? done(writeDown(progress, next.value, event)) : next;
}

/** The progress after an event that the core has already let happen. */
export function writeDown(progress: AttemptProgress, standing: AttemptStanding, event: EventOf<CommandEvents[keyof CommandEvents]>): AttemptProgress {
  const link = chainEvent(progress.attemptId, progress.chain, event);
  const chain = { head: link.hash, length: link.sequence };
  return { ...progress, standing, chain, newEvents: [...progress.newEvents, link] };
}
