import type { AssessmentDefinition } from '~/content/core/assessment-definition';
import type { AttemptId } from '~/kernel/ids';
import { days, earlier, hours, type Instant, isBefore, later, monthsLater } from '~/kernel/instant';
import type { AttemptState } from './attempt';
import { isOpen } from './attempt';

/** An earlier sitting of the same person at the same assessment, as the rule sees it. */
export interface EarlierAttempt {
  readonly attemptId: AttemptId;
  readonly number: number;
  readonly state: AttemptState;
  readonly finishedAt: Instant | null;
  readonly passed: boolean;
}

/** How long before a certificate ends its holder may sit again for the next one. */
export const renewalOpens = days(90);

export type StartDecision =
  | { readonly may: 'resume'; readonly attemptId: AttemptId }
  | { readonly may: 'start'; readonly number: number; readonly left: number }
  | { readonly may: 'not-start'; readonly refusal: 'attempt-cooling-down' | 'already-passed'; readonly possibleAt: Instant; readonly left: number }
  | { readonly may: 'not-start'; readonly refusal: 'attempt-limit-reached' | 'already-passed'; readonly possibleAt: null; readonly left: number };

/**
 * Whether a person may sit now: an open attempt is resumed; after a pass the next one waits until the certificate nears its
 * end; otherwise so many attempts since the last pass, with a pause after each. A voided attempt keeps its number and counts
 * for nothing else.
 */
export function decideStart(given: {
  readonly rules: Pick<AssessmentDefinition, 'attempts' | 'certificate'>;
  readonly earlier: readonly EarlierAttempt[];
  readonly now: Instant;
}): StartDecision {
  const { rules, now } = given;
  const inOrder = [...given.earlier].sort((a, b) => a.number - b.number);
  const open = inOrder.find((attempt) => isOpen(attempt.state));
  if (open) return { may: 'resume', attemptId: open.attemptId };

  const counted = inOrder.filter((attempt) => attempt.state !== 'voided');
  const lastPass = counted.findLastIndex((attempt) => attempt.passed);
  const sincePass = counted.slice(lastPass + 1);
  const left = Math.max(0, rules.attempts.limit - sincePass.length);
  const pass = counted[lastPass];
  if (pass?.finishedAt) {
    const possibleAt = rules.certificate && earlier(monthsLater(pass.finishedAt, rules.certificate.validityMonths), renewalOpens);
    if (!possibleAt) return { may: 'not-start', refusal: 'already-passed', possibleAt, left };
    if (isBefore(now, possibleAt)) return { may: 'not-start', refusal: 'already-passed', possibleAt, left };
  }
  if (left === 0) return { may: 'not-start', refusal: 'attempt-limit-reached', possibleAt: null, left };
  const last = sincePass.at(-1);
  if (last?.finishedAt) {
    const possibleAt = later(last.finishedAt, hours(rules.attempts.cooldownHours));
    if (isBefore(now, possibleAt)) return { may: 'not-start', refusal: 'attempt-cooling-down', possibleAt, left };
  }
  return { may: 'start', number: (inOrder.at(-1)?.number ?? 0) + 1, left: left - 1 };
}
