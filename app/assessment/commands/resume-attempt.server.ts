import type { Instant } from '~/kernel/instant';
import { done, type Result } from '~/kernel/result';
import { changeAttempt, type ChangeRefusal } from './change-attempt.server';
import { type StaffCircumstances, type StaffCommand, staffFacts, staffOwner } from './staff-command.server';

/** Starts the clock again; the trainee gets back exactly the time that the suspension took. */
export async function resumeAttempt(command: StaffCommand, circumstances: StaffCircumstances): Promise<Result<{ readonly deadlineAt: Instant }, ChangeRefusal>> {
  const changed = await changeAttempt({
    command: 'resume-attempt',
    owner: staffOwner(command, circumstances),
    now: circumstances.now,
    event: () => ({ type: 'RESUME', ...staffFacts(command, circumstances) }),
  });
  return changed.ok ? done({ deadlineAt: new Date(changed.value.progress.standing.context.deadlineAt ?? circumstances.now) }) : changed;
}
