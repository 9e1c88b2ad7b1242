import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { sha256Of } from '~/kernel/bytes';
import { canonicalBytes, type JsonObject } from '~/kernel/canonical-json';
import type { AttemptId } from '~/kernel/ids';
import { type AttemptEvent, attemptEvent } from './attempt-event';

/** The hash before the first event: 32 zero bytes. */
export const genesisHash = '0'.repeat(64);

/** One event as the record holds it. Instants are ISO 8601, hashes hex. */
export interface RecordedEvent {
  readonly attemptId: AttemptId;
  readonly sequence: number;
  readonly type: string;
  readonly actorId: string;
  readonly payload: JsonObject;
  readonly at: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** Where the chain of an attempt ends. */
export interface ChainEnd {
  readonly head: string;
  readonly length: number;
}

export const emptyChain: ChainEnd = { head: genesisHash, length: 0 };

/** The event as the next link: hash = SHA-256(previous hash ‖ canonical JSON of attemptId, sequence, type, actorId, at, payload). */
export function chainEvent(attemptId: AttemptId, end: ChainEnd, event: AttemptEvent): RecordedEvent {
  const { type, actorId, at, ...payload } = event;
  const link = { attemptId, sequence: end.length + 1, type, actorId, at, payload };
  return { ...link, previousHash: end.head, hash: hashOfLink(end.head, link) };
}

/** Back from the record to what happened; null when it is no event of an attempt. */
export function readRecordedEvent({ type, actorId, at, payload }: RecordedEvent): AttemptEvent | null {
  return attemptEvent.safeParse({ ...payload, type, actorId, at }).data ?? null;
}

export type LinkFault = 'wrong-sequence' | 'wrong-previous-hash' | 'wrong-hash';

/** One event with its hash computed again. `fault` is null when the link holds. */
export interface CheckedLink {
  readonly event: RecordedEvent;
  readonly recomputedHash: string;
  readonly fault: LinkFault | null;
}

/** Computes every link again, in order. The chain holds when no link has a fault and the last hash is the attempt's head. */
export function checkChain(events: readonly RecordedEvent[]): readonly CheckedLink[] {
  return events.map((event, index) => {
    const expected = index === 0 ? genesisHash : (events[index - 1]?.hash ?? genesisHash);
    const { attemptId, sequence, type, actorId, at, payload } = event;
    const recomputedHash = hashOfLink(event.previousHash, { attemptId, sequence, type, actorId, at, payload });
    return { event, recomputedHash, fault: faultOf({ event, place: index + 1, expected, recomputedHash }) };
  });
}

function faultOf(link: { event: RecordedEvent; place: number; expected: string; recomputedHash: string }): LinkFault | null {
  if (link.event.sequence !== link.place) return 'wrong-sequence';
  if (link.event.previousHash !== link.expected) return 'wrong-previous-hash';
  return link.event.hash === link.recomputedHash ? null : 'wrong-hash';
}

function hashOfLink(previousHash: string, link: JsonObject): string {
  return bytesToHex(sha256Of(hexToBytes(previousHash), canonicalBytes(link)));
}
