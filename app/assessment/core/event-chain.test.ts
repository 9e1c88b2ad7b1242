import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { mintId } from '~/kernel/ids';
import { chainEvent, checkChain, emptyChain, readRecordedEvent, type RecordedEvent } from './event-chain';
import type { AttemptEvent } from './attempt-event';

const attemptId = mintId('attempt', new Uint8Array(26));
const actorId = mintId('person', new Uint8Array(26));
const events: AttemptEvent[] = [
  { type: 'SAVE_ANSWER', at: '2026-11-24T10:00:00.000Z', actorId, position: 1, answerId: 'answer-1', number: 1, chosen: ['oa'] },
  { type: 'FLAG', at: '2026-11-24T10:01:00.000Z', actorId, position: 1, flagged: true },
  { type: 'CLOCK', at: '2026-11-24T11:00:00.000Z', actorId: 'system' },
];

const chain = events.reduce<RecordedEvent[]>((links, event) => {
  const last = links.at(-1);
  return [...links, chainEvent(attemptId, last ? { head: last.hash, length: last.sequence } : emptyChain, event)];
}, []);

test('a link is SHA-256 over the previous hash and the canonical JSON of the event, as anybody can compute it', () => {
  const text = `{"actorId":"system","at":"2026-11-24T11:00:00.000Z","attemptId":"${attemptId}","payload":{},"sequence":3,"type":"CLOCK"}`;
  const expected = createHash('sha256').update(Buffer.from(chain[1]!.hash, 'hex')).update(text).digest('hex');
  expect(chain[2]!.hash).toBe(expected);
  expect(chain[0]!.previousHash).toBe('0'.repeat(64));
});

test('an untouched record holds and reads back as what happened', () => {
  expect(checkChain(chain).map(({ fault }) => fault)).toEqual([null, null, null]);
  expect(chain.map(readRecordedEvent)).toEqual(events);
});

describe('tampering shows at its place', () => {
  const faults = (tampered: RecordedEvent[]) => checkChain(tampered).map(({ fault }) => fault);
  test('a changed answer', () => {
    const changed = { ...chain[0]!, payload: { ...chain[0]!.payload, chosen: ['ob'] } };
    expect(faults([changed, chain[1]!, chain[2]!])).toEqual(['wrong-hash', null, null]);
  });
  test('a changed answer whose hash was computed again', () => {
    const forged = chainEvent(attemptId, emptyChain, { ...events[0]!, chosen: ['ob'] } as AttemptEvent);
    expect(faults([forged, chain[1]!, chain[2]!])).toEqual([null, 'wrong-previous-hash', null]);
  });
  test('an event taken out', () => expect(faults([chain[0]!, chain[2]!])).toEqual([null, 'wrong-sequence']));
  test('another actor', () => expect(faults([{ ...chain[0]!, actorId: 'system' }])).toEqual(['wrong-hash']));
});

test('what is not an event of an attempt is not read as one', () => {
  expect(readRecordedEvent({ ...chain[2]!, type: 'xstate.after.1000.attempt' })).toBeNull();
  expect(readRecordedEvent({ ...chain[2]!, payload: { more: 1 } })).toBeNull();
});
