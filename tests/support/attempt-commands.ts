import { appealAttempt, decideAppeal } from '~/assessment/commands/appeal-attempt.server';
import { extendAttempt } from '~/assessment/commands/extend-attempt.server';
import { flagItem } from '~/assessment/commands/flag-item.server';
import { recordAnswer } from '~/assessment/commands/record-answer.server';
import { regradeAttempt } from '~/assessment/commands/regrade-attempt.server';
import { resumeAttempt } from '~/assessment/commands/resume-attempt.server';
import { settleAttempt } from '~/assessment/commands/settle-attempt.server';
import { submitAttempt } from '~/assessment/commands/submit-attempt.server';
import { suspendAttempt } from '~/assessment/commands/suspend-attempt.server';
import { voidAttempt } from '~/assessment/commands/void-attempt.server';
import type { StaffCircumstances } from '~/assessment/commands/staff-command.server';
import type { AttemptEventType } from '~/assessment/core/attempt-event';
import type { AnAssessment } from './an-assessment';
import { type AnAttempt, anAnswer } from './an-attempt';

export interface Stage {
  readonly attempt: AnAttempt;
  readonly assessment: AnAssessment;
  readonly staff: StaffCircumstances['actor'];
}

type Doing = (stage: Stage, now: Date) => Promise<unknown>;

let serial = 0;
const reason = 'Because the story says so.';
const staffDoes = (command: (given: { attemptId: AnAttempt['attemptId']; reason: string }, circumstances: StaffCircumstances) => Promise<unknown>): Doing => ({ attempt, staff }, now) =>
  command({ attemptId: attempt.attemptId, reason }, { actor: staff, now });

/** Every real command that can move an attempt that has begun, by the machine's event that it begins with. */
export const attemptCommands = {
  SAVE_ANSWER: (stage, now) => {
    serial += 1;
    const answer = { ...anAnswer(stage, { position: 1, number: serial }), answerId: `answer-${serial}-x` };
    return recordAnswer({ attemptId: stage.attempt.attemptId, answer }, { actor: stage.attempt.actor, now });
  },
  FLAG: ({ attempt }, now) => flagItem({ attemptId: attempt.attemptId, item: attempt.form.items[0]!.id, flagged: true }, { actor: attempt.actor, now }),
  SUBMIT: ({ attempt }, now) => submitAttempt(attempt, { actor: attempt.actor, now }),
  CLOCK: ({ attempt }, now) => settleAttempt({ attemptId: attempt.attemptId, personId: attempt.actor.id }, { now }),
  EXTEND: staffDoes((given, circumstances) => extendAttempt({ ...given, minutes: 15 }, circumstances)),
  SUSPEND: staffDoes(suspendAttempt),
  RESUME: staffDoes(resumeAttempt),
  VOID: staffDoes(voidAttempt),
  APPEAL: ({ attempt }, now) => appealAttempt({ attemptId: attempt.attemptId, reason }, { actor: attempt.actor, now }),
  UPHELD: staffDoes((given, circumstances) => decideAppeal({ ...given, decision: 'upheld' }, circumstances)),
  DISMISSED: staffDoes((given, circumstances) => decideAppeal({ ...given, decision: 'dismissed' }, circumstances)),
  REGRADE: staffDoes(regradeAttempt),
} satisfies Partial<Record<AttemptEventType, Doing>>;

export type AttemptCommandName = keyof typeof attemptCommands;
