import type { Draft, LessonText } from '~/authoring/core/draft';
import type { PublicationRefusal } from '~/authoring/core/publication';
import { lockDraft } from '~/authoring/store/drafts.server';
import { lastWriter } from '~/authoring/store/publication-events.server';
import { knownIn } from '~/content/core/course-document';
import { publishedCourseById } from '~/content/queries/published-course.server';
import { checkDocument, type DocumentRefusal } from '~/content/rich-text/check-document';
import type { PersonActor } from '~/kernel/actor';
import type { DraftId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import { done, refused, type Result } from '~/kernel/result';
import { type Tx, withTransaction } from '~/platform/db.server';
import { documentStatus, publicationStatus, seenDraftStatus } from './draft-status';
import { moveDraft, type SeenDraftRefusal } from './move-draft.server';

export interface SaveDraft {
  readonly draftId: DraftId;
  /** The revision that the words were written on. */
  readonly revision: number;
  readonly title: string;
  readonly summary: string;
  /** As it came from the browser: the gate has not seen it. */
  readonly document: unknown;
}

export type SaveDraftRefusal = SeenDraftRefusal | PublicationRefusal | DocumentRefusal;

export const saveDraftStatus = { ...seenDraftStatus, ...publicationStatus, ...documentStatus } satisfies Record<SaveDraftRefusal, number>;

/** A conflict brings the text that stands now, and who wrote it; the refused one has passed the gate and comes back as it would be stored. */
export type SaveDraftResult =
  | Result<Draft, Exclude<SaveDraftRefusal, 'draft-out-of-date'>>
  | { readonly ok: false; readonly refusal: 'draft-out-of-date'; readonly yours: LessonText; readonly theirs: { readonly draft: Draft; readonly writerId: string } };

/** Saves words on the revision they were written on. A repeated save of the same words changes nothing and is no conflict. */
export function saveDraft(command: SaveDraft, { actor, now }: { readonly actor: PersonActor; readonly now: Instant }): Promise<SaveDraftResult> {
  const { draftId, revision, title, summary } = command;
  return withTransaction('save draft', async (tx) => {
    const draft = await lockDraft(tx, { draftId, administrationId: actor.administrationId });
    if (!draft) return refused('draft-unknown');
    const checked = await checkForCourse(tx, draft.courseId, command.document);
    if (!checked.ok) return checked;
    const { json: document, documentHash, schemaVersion } = checked.value;
    if (draft.title === title && draft.summary === summary && draft.documentHash === documentHash) return done(draft);
    const writerId = await lastWriter(tx, draftId);
    if (draft.revision !== revision) return { ok: false, refusal: 'draft-out-of-date', yours: { title, summary, document }, theirs: { draft, writerId } };
    return moveDraft(tx, {
      draft,
      event: { type: 'SAVE', by: actor.id, documentHash },
      words: { title, summary, document, schemaVersion },
      replaced: writerId === actor.id ? null : { title: draft.title, summary: draft.summary, document: draft.document },
      now,
    });
  });
}

/** The gate of stored documents, with what this course has. */
export async function checkForCourse(tx: Tx, courseId: string, document: unknown) {
  const course = await publishedCourseById(tx, courseId);
  if (!course) throw new Error(`A draft belongs to the course ${courseId}, which was never published`);
  return checkDocument('lesson', document, knownIn(course.document));
}
