import type { PersonActor } from '~/kernel/actor';
import type { AttemptId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import { done, refused, type Result } from '~/kernel/result';
import { db } from '~/platform/db.server';
import { findFormItem } from '../core/attempt-form';
import { getForm } from '../store/attempt-forms.server';
import { findAttempt } from '../store/attempts.server';
import { changeAttempt, changeAttemptStatus, type ChangeRefusal } from './change-attempt.server';

export type FlagRefusal = 'unknown-item' | ChangeRefusal;

export const flagItemStatus = { ...changeAttemptStatus, 'unknown-item': 400 } satisfies Record<FlagRefusal, number>;

/** Marks a question to be looked at again, or takes the mark away. Doing what is done already changes nothing and is no fault. */
export async function flagItem(
  { attemptId, item, flagged }: { readonly attemptId: AttemptId; readonly item: string; readonly flagged: boolean },
  { actor, now }: { readonly actor: PersonActor; readonly now: Instant },
): Promise<Result<{ readonly position: number }, FlagRefusal>> {
  const owner = { attemptId, personId: actor.id };
  if (!(await findAttempt(db, owner))) return refused('attempt-not-found');
  const found = findFormItem(await getForm(db, attemptId), item);
  if (!found) return refused('unknown-item');
  const { position } = found;
  const changed = await changeAttempt({
    command: 'flag-item',
    owner,
    now,
    event: () => ({ type: 'FLAG', at: now.toISOString(), actorId: actor.id, position, flagged }),
  });
  return changed.ok || changed.refusal === 'nothing-to-change' ? done({ position }) : changed;
}
