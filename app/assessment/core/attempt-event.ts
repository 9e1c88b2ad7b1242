import { z } from 'zod';
import { type AssessmentVersionId, type GradeId, type PersonId, parseId } from '~/kernel/ids';
import { locales } from '~/kernel/locale';

/** ISO 8601 in UTC with milliseconds, as `Date.toISOString` writes it. */
const instant = z.iso.datetime({ precision: 3 });
const count = z.int().nonnegative();
const position = z.int().positive();
const reason = z.string().min(1).max(2000);
const gradeId = z.string().refine((text): text is GradeId => parseId('grade', text) !== null);
const personId = z.string().refine((text): text is PersonId => parseId('person', text) !== null);
const assessmentVersionId = z.string().refine((text): text is AssessmentVersionId => parseId('assessmentVersion', text) !== null);

const grade = { gradeId, gradeNumber: position, points: count, maxPoints: count, passed: z.boolean(), graderVersion: position };

/** What every event says: when, and who made it happen. `system` is the platform's own clock. */
const circumstances = { at: instant, actorId: z.union([personId, z.literal('system')]) };
/** What a member of staff does to somebody else's attempt always has a role and a reason. */
const staff = { ...circumstances, actorRole: z.enum(['coordinator']), reason };

/**
 * Everything that can happen to an attempt. The list is closed: what is not here, above all anything that begins with
 * `xstate.`, never reaches the machine.
 */
export const attemptEvent = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('START'),
    ...circumstances,
    assessmentVersionId,
    number: position,
    locale: z.enum(locales),
    formHash: z.string().length(64),
    itemCount: position,
    deadlineAt: instant,
  }),
  z.strictObject({
    type: z.literal('SAVE_ANSWER'),
    ...circumstances,
    position,
    answerId: z.string().min(8).max(64),
    number: position,
    chosen: z.array(z.string()),
  }),
  z.strictObject({ type: z.literal('FLAG'), ...circumstances, position, flagged: z.boolean() }),
  z.strictObject({ type: z.literal('EXTEND'), ...staff, minutes: position }),
  z.strictObject({ type: z.literal('CLOCK'), ...circumstances }),
  z.strictObject({ type: z.literal('SUBMIT'), ...circumstances }),
  z.strictObject({ type: z.literal('SUSPEND'), ...staff }),
  z.strictObject({ type: z.literal('RESUME'), ...staff }),
  z.strictObject({ type: z.literal('VOID'), ...staff }),
  z.strictObject({ type: z.literal('GRADE'), ...circumstances, ...grade, openItems: count }),
  z.strictObject({ type: z.literal('MARKS_IN'), ...circumstances, ...grade }),
  z.strictObject({ type: z.literal('RELEASE'), ...circumstances }),
  z.strictObject({ type: z.literal('APPEAL'), ...circumstances, reason }),
  z.strictObject({ type: z.literal('UPHELD'), ...staff }),
  z.strictObject({ type: z.literal('DISMISSED'), ...staff }),
  z.strictObject({ type: z.literal('REGRADE'), ...staff, ...grade }),
]);

export type AttemptEvent = z.infer<typeof attemptEvent>;
export type AttemptEventType = AttemptEvent['type'];
export type EventOf<Type extends AttemptEventType> = Extract<AttemptEvent, { type: Type }>;

/** The one list of which command may send which events. A command that sends another one does not compile. */
export interface CommandEvents {
  readonly 'start-attempt': 'START';
  readonly 'record-answer': 'SAVE_ANSWER';
  readonly 'flag-item': 'FLAG';
  readonly 'submit-attempt': 'SUBMIT' | 'GRADE' | 'RELEASE';
  readonly 'settle-attempt': 'CLOCK' | 'GRADE' | 'RELEASE';
  readonly 'extend-attempt': 'EXTEND';
  readonly 'suspend-attempt': 'SUSPEND';
  readonly 'resume-attempt': 'RESUME';
  readonly 'void-attempt': 'VOID';
  readonly 'appeal-attempt': 'APPEAL';
  readonly 'decide-appeal': 'UPHELD' | 'DISMISSED';
  readonly 'regrade-attempt': 'REGRADE';
}
