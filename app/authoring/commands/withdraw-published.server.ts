import type { Draft } from '~/authoring/core/draft';
import type { PublicationRefusal } from '~/authoring/core/publication';
import { lockLesson } from '~/authoring/store/drafts.server';
import { publishLessonVersion, type PublishLessonRefusal } from '~/content/commands/publish-lesson-version.server';
import { lessonVersion } from '~/content/queries/lesson-version.server';
import type { PersonActor } from '~/kernel/actor';
import { type LessonVersionId, type PersonId, parseId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import { refused, type Result } from '~/kernel/result';
import { type Tx, withTransaction } from '~/platform/db.server';
import { lockSeenDraft, moveDraft } from './move-draft.server';
import { type PublishDraftRefusal, publishDraftStatus } from './publish-draft.server';
import { publishedLessonVersionId } from './published-lesson.server';
import type { ReviewCommand } from './review-draft.server';

export type WithdrawPublishedRefusal = PublishDraftRefusal | PublicationRefusal | PublishLessonRefusal | 'nothing-before-it';

export const withdrawPublishedStatus = { ...publishDraftStatus, 'nothing-before-it': 409 } satisfies Record<WithdrawPublishedRefusal, number>;

/**
 * Takes a published version back: readers get the version before it, as a new version of its own, since nothing published is ever
 * changed. Its words were approved once already, so that the way out of an error needs no second review.
 */
export function withdrawPublished(command: ReviewCommand, { actor, now }: { readonly actor: PersonActor; readonly now: Instant }): Promise<Result<Draft, WithdrawPublishedRefusal>> {
  const { draftId, revision, documentHash, comment } = command;
  return withTransaction('withdraw published', async (tx) => {
    const event = { type: 'WITHDRAW' as const, by: actor.id, documentHash };
    const seen = await lockSeenDraft(tx, { draftId, administrationId: actor.administrationId, revision, event });
    if (!seen.ok) return seen;
    const draft = seen.value;
    if (draft.publication.state !== 'published') return refused('draft-not-published');
    await lockLesson(tx, draft);
    if ((await publishedLessonVersionId(tx, draft)) !== draft.publishedVersionId) return refused('lesson-moved-on');
    const before = await versionBefore(tx, draft);
    if (!before) return refused('nothing-before-it');
    const { title, summary, document, documentHash: approvedHash } = before;
    const { courseId, lessonId, moduleCode, slug, locale } = draft;
    const text = { title, summary, document, approvedHash, approvedBy: approverOf(before.approvedBy, actor) };
    const restored = await publishLessonVersion(tx, { courseId, lessonId, moduleCode, slug, locale, ...text, actor, now });
    return restored.ok ? moveDraft(tx, { draft, event, comment, now }) : restored;
  });
}

async function versionBefore(tx: Tx, draft: Draft) {
  const id: LessonVersionId | null = parseId('lessonVersion', draft.publication.context.baseLessonVersionId);
  return id && lessonVersion(tx, id);
}

/** A version that came with the course's files was approved by nobody of this administration: then the person who restores it answers for it. */
function approverOf(approvedBy: string, actor: PersonActor): PersonId {
  return parseId('person', approvedBy) ?? actor.id;
}
