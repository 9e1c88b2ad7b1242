import { describe, expect, test } from 'vitest';
import {
  certificateDecisions,
  certificateStates,
  decideOn,
  openDecisions,
  replayCertificate,
  statusAt,
  type CertificateDecision,
  type CertificateState,
} from './certificate-machine';

describe('a decision about a certificate', () => {
  test('moves it as the scheme says, and no other way', () => {
    const moves: [CertificateState, CertificateDecision, CertificateState][] = [
      ['issued', 'suspend', 'suspended'],
      ['issued', 'revoke', 'revoked'],
      ['issued', 'supersede', 'superseded'],
      ['suspended', 'reinstate', 'issued'],
      ['suspended', 'revoke', 'revoked'],
    ];
    const found = certificateStates.flatMap((state) =>
      certificateDecisions.flatMap((decision) => {
        const outcome = decideOn(state, decision);
        return outcome.ok ? [[state, decision, outcome.value.state]] : [];
      }),
    );
    expect(found).toEqual(expect.arrayContaining(moves));
    expect(found).toHaveLength(moves.length);
  });

  test('that cannot be taken says why', () => {
    expect(decideOn('revoked', 'reinstate')).toEqual({ ok: false, refusal: 'certificate-is-revoked' });
    expect(decideOn('superseded', 'revoke')).toEqual({ ok: false, refusal: 'certificate-is-superseded' });
    expect(decideOn('suspended', 'suspend')).toEqual({ ok: false, refusal: 'certificate-is-suspended' });
    expect(decideOn('issued', 'reinstate')).toEqual({ ok: false, refusal: 'certificate-is-not-suspended' });
  });

  test('is final when it is revocation or replacement', () => {
    expect(openDecisions('revoked')).toEqual([]);
    expect(openDecisions('superseded')).toEqual([]);
    expect(openDecisions('issued')).toEqual(['suspend', 'revoke', 'supersede']);
  });
});

describe('the record of a certificate', () => {
  test('replayed gives its state', () => {
    expect(replayCertificate(['issued'])).toBe('issued');
    expect(replayCertificate(['issued', 'suspended', 'reinstated', 'suspended', 'revoked'])).toBe('revoked');
  });

  test('that could not have happened gives none', () => {
    expect(replayCertificate([])).toBeNull();
    expect(replayCertificate(['suspended'])).toBeNull();
    expect(replayCertificate(['issued', 'issued'])).toBeNull();
    expect(replayCertificate(['issued', 'revoked', 'reinstated'])).toBeNull();
  });
});

describe('the status of a certificate', () => {
  const validUntil = new Date('2028-11-24T10:00:00Z');

  test('is valid up to and including its last instant, and expired after it', () => {
    expect(statusAt({ state: 'issued', validUntil }, validUntil)).toBe('valid');
    expect(statusAt({ state: 'issued', validUntil }, new Date(validUntil.getTime() + 1))).toBe('expired');
  });

  test('tells a decision even when the date has passed as well', () => {
    const later = new Date('2030-01-01T00:00:00Z');
    for (const state of ['suspended', 'revoked', 'superseded'] as const) expect(statusAt({ state, validUntil }, later)).toBe(state);
  });
});
