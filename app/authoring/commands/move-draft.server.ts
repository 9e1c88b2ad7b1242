import type { Draft, LessonText } from '~/authoring/core/draft';
import { decidePublication, type PublicationRefusal } from '~/authoring/core/publication';
import type { PublicationEvent } from '~/authoring/core/publication-machine';
import type { EventSnapshot } from '~/authoring/core/publication-record';
import { type DraftAddress, lockDraft, updateDraft } from '~/authoring/store/drafts.server';
import { appendPublicationEvent } from '~/authoring/store/publication-events.server';
import type { Instant } from '~/kernel/instant';
import type { LessonVersionId } from '~/kernel/ids';
import { done, refused, type Result } from '~/kernel/result';
import type { Tx } from '~/platform/db.server';

interface Move {
  readonly draft: Draft;
  readonly event: PublicationEvent;
  readonly now: Instant;
  readonly comment?: string;
  /** New words, for a SAVE. */
  readonly words?: Pick<Draft, 'title' | 'summary' | 'document' | 'schemaVersion'>;
  readonly replaced?: LessonText | null;
  readonly publishedVersionId?: LessonVersionId;
}

/** Moves a locked draft by one event: asks the machine, saves the row one revision further, and records the event beside it. */
export async function moveDraft(tx: Tx, move: Move): Promise<Result<Draft, PublicationRefusal>> {
  const { draft, event, now, comment = '', words, publishedVersionId } = move;
  const decided = decidePublication(draft.publication, event);
  if (!decided.ok) return decided;
  const moved: Draft = {
    ...draft,
    ...words,
    documentHash: decided.value.context.documentHash,
    publication: decided.value,
    revision: draft.revision + 1,
    publishedVersionId: publishedVersionId ?? draft.publishedVersionId,
    updatedAt: now,
  };
  await updateDraft(tx, moved);
  await appendPublicationEvent(tx, draft.draftId, {
    sequence: moved.revision,
    type: event.type,
    actorId: event.by,
    documentHash: moved.documentHash,
    comment,
    snapshot: { ...snapshotOf(moved), ...(event.type === 'SAVE' && { document: null }), replaced: move.replaced ?? null },
    at: now,
  });
  return done(moved);
}

/** Everything a reader of this draft would see, whole. */
export function snapshotOf(draft: Draft): EventSnapshot {
  const { title, summary, document, publication } = draft;
  return { title, summary, document, baseLessonVersionId: publication.context.baseLessonVersionId, replaced: null };
}

export type SeenDraftRefusal = 'draft-unknown' | 'draft-out-of-date';

interface SeenDraft extends DraftAddress {
  /** The revision that the person had before them. */
  readonly revision: number;
  readonly event: PublicationEvent;
}

/**
 * The draft, locked, if the event is allowed and nothing happened since its person looked. What the machine has against it is said
 * first: "the document changed" tells more than "out of date".
 */
export async function lockSeenDraft(tx: Tx, { revision, event, ...address }: SeenDraft): Promise<Result<Draft, SeenDraftRefusal | PublicationRefusal>> {
  const draft = await lockDraft(tx, address);
  if (!draft) return refused('draft-unknown');
  const decided = decidePublication(draft.publication, event);
  if (!decided.ok) return decided;
  return draft.revision === revision ? done(draft) : refused('draft-out-of-date');
}
