import { setup, transition } from 'xstate';
import type { Instant } from '~/kernel/instant';
import { done, refused, type Result } from '~/kernel/result';

/** What a certificate's row says. `expired` is no state: it is computed from the date on every read. */
export const certificateStates = ['issued', 'suspended', 'revoked', 'superseded'] as const;
export type CertificateState = (typeof certificateStates)[number];

/** What may be decided about an issued certificate. */
export const certificateDecisions = ['suspend', 'reinstate', 'revoke', 'supersede'] as const;
export type CertificateDecision = (typeof certificateDecisions)[number];

/** The kinds of rows in the record of a certificate. */
export const certificateEventTypes = ['issued', 'suspended', 'reinstated', 'revoked', 'superseded'] as const;
export type CertificateEventType = (typeof certificateEventTypes)[number];

export const certificateMachineVersion = 1;

/** Revoked and superseded are final: a number that was withdrawn never counts again. */
export const certificateMachine = setup({ types: { events: {} as { type: Uppercase<CertificateDecision> } } }).createMachine({
  id: 'certificate',
  initial: 'issued',
  states: {
    issued: { on: { SUSPEND: 'suspended', REVOKE: 'revoked', SUPERSEDE: 'superseded' } },
    suspended: { on: { REINSTATE: 'issued', REVOKE: 'revoked' } },
    revoked: { type: 'final' },
    superseded: { type: 'final' },
  },
});

const eventOf = { suspend: 'SUSPEND', reinstate: 'REINSTATE', revoke: 'REVOKE', supersede: 'SUPERSEDE' } as const;
const recordOf = { suspend: 'suspended', reinstate: 'reinstated', revoke: 'revoked', supersede: 'superseded' } as const;

export type DecisionRefusal = 'certificate-is-revoked' | 'certificate-is-superseded' | 'certificate-is-suspended' | 'certificate-is-not-suspended';

/** The state after a decision and the event that records it, or why the decision cannot be taken now. */
export function decideOn(
  state: CertificateState,
  decision: CertificateDecision,
): Result<{ readonly state: CertificateState; readonly event: CertificateEventType }, DecisionRefusal> {
  const before = certificateMachine.resolveState({ value: state });
  const [after] = transition(certificateMachine, before, { type: eventOf[decision] });
  const next = certificateStates.find((each) => each === after.value);
  if (next === undefined || next === state) return refused(whyNot(state));
  return done({ state: next, event: recordOf[decision] });
}

/** The decisions that can be taken in this state. */
export function openDecisions(state: CertificateState): CertificateDecision[] {
  return certificateDecisions.filter((decision) => decideOn(state, decision).ok);
}

/** The state that a record of events leads to; null when the record could not have happened. */
export function replayCertificate(events: readonly CertificateEventType[]): CertificateState | null {
  const [first, ...rest] = events;
  if (first !== 'issued') return null;
  let state: CertificateState = 'issued';
  for (const event of rest) {
    const decision = certificateDecisions.find((each) => recordOf[each] === event);
    if (decision === undefined) return null;
    const outcome: ReturnType<typeof decideOn> = decideOn(state, decision);
    if (!outcome.ok) return null;
    state = outcome.value.state;
  }
  return state;
}

function whyNot(state: CertificateState): DecisionRefusal {
  if (state === 'revoked') return 'certificate-is-revoked';
  if (state === 'superseded') return 'certificate-is-superseded';
  return state === 'suspended' ? 'certificate-is-suspended' : 'certificate-is-not-suspended';
}

/** The five answers about a certificate that exists. The sixth, unknown, is the answer about every other number. */
export const certificateStatuses = ['valid', 'expired', 'suspended', 'revoked', 'superseded'] as const;
export type CertificateStatus = (typeof certificateStatuses)[number];

/** What a certificate is worth at an instant. A decision weighs more than the date; the last valid instant is `validUntil`. */
export function statusAt(certificate: { readonly state: CertificateState; readonly validUntil: Instant }, now: Instant): CertificateStatus {
  if (certificate.state !== 'issued') return certificate.state;
  return now.getTime() > certificate.validUntil.getTime() ? 'expired' : 'valid';
}
