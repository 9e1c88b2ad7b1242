import type { Tx } from '~/platform/db.server';
import type { AttemptForm } from '../core/attempt-form';
import type { AttemptProgress } from '../core/attempt-progress';
import { getForm } from '../store/attempt-forms.server';
import { type Attempt, progressOf } from '../store/attempt-row.server';
import { saveAttempts } from '../store/save-attempts.server';

/** An attempt that a command holds locked: as it was read, what it shows, and how far the command has brought it. */
export interface AttemptWork {
  readonly attempt: Attempt;
  readonly form: AttemptForm;
  readonly progress: AttemptProgress;
}

export async function beginWork(tx: Tx, attempt: Attempt): Promise<AttemptWork> {
  return { attempt, form: await getForm(tx, attempt.attemptId), progress: progressOf(attempt) };
}

/** Saves what happened; nothing when nothing did. */
export async function saveWork(tx: Tx, { attempt, progress }: AttemptWork): Promise<void> {
  if (progress.newEvents.length === 0) return;
  await saveAttempts(tx, [{ progress, revision: attempt.revision, commands: 1, answers: [] }]);
}
