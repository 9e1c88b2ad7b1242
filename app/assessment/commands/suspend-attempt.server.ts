import type { Instant } from '~/kernel/instant';
import { done, type Result } from '~/kernel/result';
import { changeAttempt, type ChangeRefusal } from './change-attempt.server';
import { type StaffCircumstances, type StaffCommand, staffFacts, staffOwner } from './staff-command.server';

/** Stops the clock of a running attempt: nothing can be answered until it is resumed. */
export async function suspendAttempt(command: StaffCommand, circumstances: StaffCircumstances): Promise<Result<{ readonly deadlineAt: Instant }, ChangeRefusal>> {
  const changed = await changeAttempt({
    command: 'suspend-attempt',
    owner: staffOwner(command, circumstances),
    now: circumstances.now,
    event: () => ({ type: 'SUSPEND', ...staffFacts(command, circumstances) }),
  });
  return changed.ok ? done({ deadlineAt: new Date(changed.value.progress.standing.context.deadlineAt ?? circumstances.now) }) : changed;
}
