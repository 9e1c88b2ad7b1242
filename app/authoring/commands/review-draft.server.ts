import { type Draft, type NotReadyRefusal, readyForReview } from '~/authoring/core/draft';
import type { PublicationRefusal } from '~/authoring/core/publication';
import type { PersonActor } from '~/kernel/actor';
import type { DraftId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import { refused, type Result } from '~/kernel/result';
import { withTransaction } from '~/platform/db.server';
import { notReadyStatus, publicationStatus, seenDraftStatus } from './draft-status';
import { lockSeenDraft, moveDraft, type SeenDraftRefusal } from './move-draft.server';

/** A step of the review, by a person who saw this revision and the document with this hash. */
export interface ReviewCommand {
  readonly draftId: DraftId;
  readonly revision: number;
  readonly documentHash: string;
  readonly comment: string;
}

interface Circumstances {
  readonly actor: PersonActor;
  readonly now: Instant;
}

export const reviewSteps = ['SUBMIT', 'TAKE_BACK', 'REQUEST_CHANGES', 'APPROVE'] as const;
export type ReviewStep = (typeof reviewSteps)[number];

export type ReviewRefusal = SeenDraftRefusal | PublicationRefusal | NotReadyRefusal | 'comment-missing';

export const reviewStatus = {
  ...seenDraftStatus,
  ...publicationStatus,
  ...notReadyStatus,
  'comment-missing': 400,
} satisfies Record<ReviewRefusal, number>;

/** Puts the draft before a second person. */
export function submitForReview(command: ReviewCommand, circumstances: Circumstances) {
  return takeStep('SUBMIT', command, circumstances);
}

/** A writer takes the draft back, out of a review or after an approval, to go on writing. */
export function takeBackDraft(command: ReviewCommand, circumstances: Circumstances) {
  return takeStep('TAKE_BACK', command, circumstances);
}

/** The second person says what has to change, in words. */
export function requestChanges(command: ReviewCommand, circumstances: Circumstances) {
  return takeStep('REQUEST_CHANGES', command, circumstances);
}

/** The second person approves exactly the document with this hash. */
export function approveDraft(command: ReviewCommand, circumstances: Circumstances) {
  return takeStep('APPROVE', command, circumstances);
}

async function takeStep(step: ReviewStep, command: ReviewCommand, { actor, now }: Circumstances): Promise<Result<Draft, ReviewRefusal>> {
  const { draftId, revision, documentHash, comment } = command;
  if (step === 'REQUEST_CHANGES' && comment.trim() === '') return refused('comment-missing');
  return withTransaction(`draft ${step}`, async (tx) => {
    const event = { type: step, by: actor.id, documentHash };
    const seen = await lockSeenDraft(tx, { draftId, administrationId: actor.administrationId, revision, event });
    if (!seen.ok) return seen;
    const ready = step === 'SUBMIT' ? readyForReview(seen.value) : null;
    if (ready && !ready.ok) return ready;
    return moveDraft(tx, { draft: seen.value, event, comment, now });
  });
}
