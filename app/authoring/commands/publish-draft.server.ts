import type { Draft } from '~/authoring/core/draft';
import type { PublicationRefusal } from '~/authoring/core/publication';
import { lockLesson, lockPublishedDrafts } from '~/authoring/store/drafts.server';
import { publishLessonVersion, type PublishLessonRefusal } from '~/content/commands/publish-lesson-version.server';
import type { PersonActor } from '~/kernel/actor';
import { type PersonId, parseId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import { refused, type Result } from '~/kernel/result';
import { type Tx, withTransaction } from '~/platform/db.server';
import { documentStatus, publicationStatus, seenDraftStatus } from './draft-status';
import { lockSeenDraft, moveDraft, type SeenDraftRefusal } from './move-draft.server';
import { publishedLessonVersionId } from './published-lesson.server';
import type { ReviewCommand } from './review-draft.server';

export type PublishDraftRefusal = SeenDraftRefusal | PublicationRefusal | PublishLessonRefusal | 'lesson-moved-on';

export const publishDraftStatus = {
  ...seenDraftStatus,
  ...publicationStatus,
  ...documentStatus,
  'course-unknown': 409,
  'module-unknown': 409,
  'lesson-address-taken': 409,
  'lesson-moved-on': 409,
} satisfies Record<PublishDraftRefusal, number>;

interface Circumstances {
  readonly actor: PersonActor;
  readonly now: Instant;
}

/** Makes an approved draft a new immutable version of its lesson, and that version part of a new edition of the course. */
export async function publishDraft(command: ReviewCommand, circumstances: Circumstances): Promise<Result<Draft, PublishDraftRefusal>> {
  const { draftId, revision, documentHash, comment } = command;
  const { actor, now } = circumstances;
  const published = await withTransaction('publish draft', async (tx) => {
    const event = { type: 'PUBLISH' as const, by: actor.id, documentHash };
    const seen = await lockSeenDraft(tx, { draftId, administrationId: actor.administrationId, revision, event });
    if (!seen.ok) return seen;
    const draft = seen.value;
    await lockLesson(tx, draft);
    if ((await publishedLessonVersionId(tx, draft)) !== draft.publication.context.baseLessonVersionId) return refused('lesson-moved-on');
    const version = await publishLessonVersion(tx, { ...draft, approvedHash: documentHash, approvedBy: approverOf(draft), actor, now });
    if (!version.ok) return version;
    await supersedeEarlier(tx, draft, circumstances);
    return moveDraft(tx, { draft, event, comment, publishedVersionId: version.value.lessonVersionId, now });
  });
  return published;
}

/** The machine lets only an approved draft come here; who approved it stands in its context. */
function approverOf({ draftId, publication }: Draft): PersonId {
  const approver = parseId('person', publication.context.approved?.by);
  if (!approver) throw new Error(`Draft ${draftId} is to be published without an approver`);
  return approver;
}

async function supersedeEarlier(tx: Tx, { lessonId, locale }: Draft, { actor, now }: Circumstances): Promise<void> {
  for (const earlier of await lockPublishedDrafts(tx, { lessonId, locale })) {
    const moved = await moveDraft(tx, { draft: earlier, event: { type: 'SUPERSEDE', by: actor.id, documentHash: earlier.documentHash }, now });
    if (!moved.ok) throw new Error(`The published draft ${earlier.draftId} could not be superseded: ${moved.refusal}`);
  }
}
