import { lockDraft } from '~/authoring/store/drafts.server';
import type { DocumentRefusal } from '~/content/rich-text/check-document';
import type { PersonActor } from '~/kernel/actor';
import type { DraftId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import { done, refused, type Result } from '~/kernel/result';
import { withTransaction } from '~/platform/db.server';
import { documentStatus } from './draft-status';
import { insertOpened } from './open-draft.server';
import { checkForCourse, type SaveDraft } from './save-draft.server';

export type KeepOwnCopyRefusal = 'draft-unknown' | DocumentRefusal;

export const keepOwnCopyStatus = { 'draft-unknown': 404, ...documentStatus } satisfies Record<KeepOwnCopyRefusal, number>;

/** Puts a writer's text into a draft of its own beside the one that somebody else went on with: the way out of a conflict without merging. */
export function keepOwnCopy(command: Omit<SaveDraft, 'revision'>, { actor, now }: { readonly actor: PersonActor; readonly now: Instant }): Promise<Result<{ draftId: DraftId }, KeepOwnCopyRefusal>> {
  const { draftId, title, summary } = command;
  return withTransaction('keep own copy', async (tx) => {
    const draft = await lockDraft(tx, { draftId, administrationId: actor.administrationId });
    if (!draft) return refused('draft-unknown');
    const checked = await checkForCourse(tx, draft.courseId, command.document);
    if (!checked.ok) return checked;
    const { courseId, lessonId, moduleCode, slug, locale, publication } = draft;
    const { json: document, documentHash, schemaVersion } = checked.value;
    const { baseLessonVersionId } = publication.context;
    const text = { title, summary, document, documentHash, schemaVersion, baseLessonVersionId };
    return done(await insertOpened(tx, { courseId, lessonId, moduleCode, slug, locale, ...text, comment: draftId }, { actor, now }));
  });
}
