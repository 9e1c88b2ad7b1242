import type { Draft } from '~/authoring/core/draft';
import type { PublicationRefusal } from '~/authoring/core/publication';
import { lockLesson } from '~/authoring/store/drafts.server';
import type { PersonActor } from '~/kernel/actor';
import type { Instant } from '~/kernel/instant';
import { refused, type Result } from '~/kernel/result';
import { withTransaction } from '~/platform/db.server';
import { publicationStatus, seenDraftStatus } from './draft-status';
import { lockSeenDraft, moveDraft, type SeenDraftRefusal } from './move-draft.server';
import { publishedLessonVersionId } from './published-lesson.server';
import type { ReviewCommand } from './review-draft.server';

export type CatchUpRefusal = SeenDraftRefusal | PublicationRefusal | 'lesson-is-newest';

export const catchUpStatus = { ...seenDraftStatus, ...publicationStatus, 'lesson-is-newest': 409 } satisfies Record<CatchUpRefusal, number>;

/**
 * The lesson was published anew while this draft was written. A writer has seen the newer version and goes on from it; an approval
 * given against the older one is void.
 */
export function catchUpDraft(command: ReviewCommand, { actor, now }: { readonly actor: PersonActor; readonly now: Instant }): Promise<Result<Draft, CatchUpRefusal>> {
  const { draftId, revision, documentHash, comment } = command;
  return withTransaction('catch up draft', async (tx) => {
    const { administrationId } = actor;
    const anyBase = { type: 'CATCH_UP' as const, by: actor.id, documentHash, baseLessonVersionId: '' };
    const seen = await lockSeenDraft(tx, { draftId, administrationId, revision, event: anyBase });
    if (!seen.ok) return seen;
    await lockLesson(tx, seen.value);
    const newest = await publishedLessonVersionId(tx, seen.value);
    if (newest === null || newest === seen.value.publication.context.baseLessonVersionId) return refused('lesson-is-newest');
    return moveDraft(tx, { draft: seen.value, event: { ...anyBase, baseLessonVersionId: newest }, comment, now });
  });
}
