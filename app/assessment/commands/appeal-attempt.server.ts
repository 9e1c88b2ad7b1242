import type { PersonActor } from '~/kernel/actor';
import type { AttemptId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import { done, type Result } from '~/kernel/result';
import { changeAttempt, type ChangeRefusal } from './change-attempt.server';
import { type StaffCircumstances, type StaffCommand, staffFacts, staffOwner } from './staff-command.server';

/** A trainee asks for the own result to be looked at again, and says why. */
export async function appealAttempt(
  { attemptId, reason }: { readonly attemptId: AttemptId; readonly reason: string },
  { actor, now }: { readonly actor: PersonActor; readonly now: Instant },
): Promise<Result<'under-appeal', ChangeRefusal>> {
  const changed = await changeAttempt({
    command: 'appeal-attempt',
    owner: { attemptId, personId: actor.id },
    now,
    event: () => ({ type: 'APPEAL', at: now.toISOString(), actorId: actor.id, reason }),
  });
  return changed.ok ? done('under-appeal') : changed;
}

/** The coordinator's answer to an appeal. An upheld one is followed by a regrade, which is a decision of its own. */
export async function decideAppeal(
  command: StaffCommand & { readonly decision: 'upheld' | 'dismissed' },
  circumstances: StaffCircumstances,
): Promise<Result<'decided', ChangeRefusal>> {
  const changed = await changeAttempt({
    command: 'decide-appeal',
    owner: staffOwner(command, circumstances),
    now: circumstances.now,
    event: () => ({ type: command.decision === 'upheld' ? 'UPHELD' : 'DISMISSED', ...staffFacts(command, circumstances) }),
  });
  return changed.ok ? done('decided') : changed;
}
