import { done, type Result } from '~/kernel/result';
import { appendToLedger } from '~/ledger/commands/append-to-ledger.server';
import { changeAttempt, type ChangeRefusal } from './change-attempt.server';
import { type StaffCircumstances, type StaffCommand, staffFacts, staffOwner } from './staff-command.server';

/** Ends an attempt without a grade, for a reason that the ledger keeps. It does not count against the trainee's attempts. */
export async function voidAttempt(command: StaffCommand, circumstances: StaffCircumstances): Promise<Result<'voided', ChangeRefusal>> {
  const { actor, now } = circumstances;
  const { attemptId, reason } = command;
  const changed = await changeAttempt({
    command: 'void-attempt',
    owner: staffOwner(command, circumstances),
    now,
    event: () => ({ type: 'VOID', ...staffFacts(command, circumstances) }),
    alongside: async (tx, { progress }) => {
      const record = { attemptId, chainHead: progress.chain.head, reason, voidedAt: now.toISOString() };
      await appendToLedger(tx, { type: 'attempt-voided', record, actor, subjectId: attemptId, recordedAt: now });
    },
  });
  return changed.ok ? done('voided') : changed;
}
