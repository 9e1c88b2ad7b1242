import type { Draft } from '~/authoring/core/draft';
import type { PublicationRefusal } from '~/authoring/core/publication';
import type { PersonActor } from '~/kernel/actor';
import type { Instant } from '~/kernel/instant';
import { refused, type Result } from '~/kernel/result';
import { withTransaction } from '~/platform/db.server';
import { publicationStatus, seenDraftStatus } from './draft-status';
import { lockSeenDraft, moveDraft, type SeenDraftRefusal } from './move-draft.server';
import type { ReviewCommand } from './review-draft.server';

export type WithdrawRefusal = SeenDraftRefusal | PublicationRefusal;

export const withdrawStatus = { ...seenDraftStatus, ...publicationStatus } satisfies Record<WithdrawRefusal, number>;

/** Gives a draft up before it was published. Its words and its record stay, nobody writes in it any more. */
export function withdrawDraft(command: ReviewCommand, { actor, now }: { readonly actor: PersonActor; readonly now: Instant }): Promise<Result<Draft, WithdrawRefusal>> {
  const { draftId, revision, documentHash, comment } = command;
  return withTransaction('withdraw draft', async (tx) => {
    const event = { type: 'WITHDRAW' as const, by: actor.id, documentHash };
    const seen = await lockSeenDraft(tx, { draftId, administrationId: actor.administrationId, revision, event });
    if (!seen.ok) return seen;
    // What readers already see is taken from them by a publication of its own, never by giving up a draft.
    if (seen.value.publication.state === 'published') return refused('draft-closed');
    return moveDraft(tx, { draft: seen.value, event, comment, now });
  });
}
