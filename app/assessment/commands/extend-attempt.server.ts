import type { Instant } from '~/kernel/instant';
import { done, type Result } from '~/kernel/result';
import { changeAttempt, type ChangeRefusal } from './change-attempt.server';
import { type StaffCircumstances, type StaffCommand, staffFacts, staffOwner } from './staff-command.server';

/** Gives a running attempt more time, before its time is up. */
export async function extendAttempt(command: StaffCommand & { readonly minutes: number }, circumstances: StaffCircumstances): Promise<Result<{ readonly deadlineAt: Instant }, ChangeRefusal>> {
  const changed = await changeAttempt({
    command: 'extend-attempt',
    owner: staffOwner(command, circumstances),
    now: circumstances.now,
    event: () => ({ type: 'EXTEND', ...staffFacts(command, circumstances), minutes: command.minutes }),
  });
  return changed.ok ? done({ deadlineAt: new Date(changed.value.progress.standing.context.deadlineAt ?? circumstances.now) }) : changed;
}
