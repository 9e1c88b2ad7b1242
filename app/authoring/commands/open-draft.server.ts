import { type Draft, slugFrom } from '~/authoring/core/draft';
import { openedPublication, openStates } from '~/authoring/core/publication-machine';
import { insertDraft, isAddressWanted, listDrafts, lockLesson } from '~/authoring/store/drafts.server';
import { appendPublicationEvent } from '~/authoring/store/publication-events.server';
import { bestVersion, type CourseLesson, lessonsInOrder } from '~/content/core/course-document';
import type { RichTextJson } from '~/content/core/item';
import { lessonVersion } from '~/content/queries/lesson-version.server';
import { publishedCourse } from '~/content/queries/published-course.server';
import { documentHashOf } from '~/content/rich-text/check-document';
import { schemaVersion } from '~/content/rich-text/document-sets';
import type { PersonActor } from '~/kernel/actor';
import type { DraftId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import type { Locale } from '~/kernel/locale';
import { done, refused, type Result } from '~/kernel/result';
import { type Tx, withTransaction } from '~/platform/db.server';
import { newId, newUuid } from '~/platform/random.server';
import { snapshotOf } from './move-draft.server';

interface Circumstances {
  readonly actor: PersonActor;
  readonly now: Instant;
}

export interface OpenDraft {
  readonly courseCode: string;
  readonly lessonId: string;
  readonly locale: Locale;
}

export type OpenDraftRefusal = 'lesson-unknown';
export const openDraftStatus = { 'lesson-unknown': 404 } satisfies Record<OpenDraftRefusal, number>;

/**
 * Opens a lesson for writing in one language: the draft that the administration has open already, else a new one from the published
 * version. A language that the lesson does not have begins with the text of another, so that figures and questions stand in their
 * places while it is translated.
 */
export function openDraft({ courseCode, lessonId, locale }: OpenDraft, { actor, now }: Circumstances): Promise<Result<{ draftId: DraftId }, OpenDraftRefusal>> {
  return withTransaction('open draft', async (tx) => {
    const course = await publishedCourse(tx, courseCode);
    const placed = course && lessonsInOrder(course.document).find(({ lesson }) => lesson.id === lessonId);
    if (!course || !placed) return refused('lesson-unknown');
    await lockLesson(tx, { lessonId, locale });
    const { administrationId } = actor;
    const [open] = await listDrafts(tx, { administrationId, lessonId, locale, states: openStates, atMost: 1 });
    if (open) return done({ draftId: open.draftId });
    const { module, lesson } = placed;
    const place = { courseId: course.courseId, lessonId, moduleCode: module.code, slug: lesson.slug, locale };
    return done(await insertOpened(tx, { ...place, ...(await beginningText(tx, lesson, locale)) }, { actor, now }));
  });
}

async function beginningText(tx: Tx, lesson: CourseLesson, locale: Locale) {
  const best = bestVersion(lesson, locale);
  const version = await lessonVersion(tx, best.pin.versionId);
  if (!version) throw new Error(`The course pins ${best.pin.versionId}, which is not there`);
  const { title, summary, document, documentHash, schemaVersion: version_ } = version;
  return { title, summary, document, documentHash, schemaVersion: version_, baseLessonVersionId: best.locale === locale ? version.id : null };
}

export interface StartLesson {
  readonly courseCode: string;
  readonly moduleCode: string;
  readonly locale: Locale;
  readonly title: string;
  /** Empty: made from the title. */
  readonly slug: string;
}

export type StartLessonRefusal = 'course-unknown' | 'module-unknown' | 'address-taken';
export const startLessonStatus = { 'course-unknown': 404, 'module-unknown': 400, 'address-taken': 409 } satisfies Record<StartLessonRefusal, number>;

/** Begins a lesson that the course does not have yet. It becomes part of the course when it is published. */
export function startLesson({ courseCode, moduleCode, locale, title, slug: given }: StartLesson, { actor, now }: Circumstances): Promise<Result<{ draftId: DraftId }, StartLessonRefusal>> {
  return withTransaction('start lesson', async (tx) => {
    const course = await publishedCourse(tx, courseCode);
    if (!course) return refused('course-unknown');
    const module = course.document.modules.find(({ code }) => code === moduleCode);
    if (!module) return refused('module-unknown');
    const slug = given || slugFrom(title) || 'lesson';
    const { courseId } = course;
    await lockLesson(tx, { lessonId: `${courseId} ${moduleCode} ${slug}`, locale: 'address' });
    const lessonId = newUuid();
    const isTaken = module.lessons.some((lesson) => lesson.slug === slug);
    if (isTaken || (await isAddressWanted(tx, { courseId, moduleCode, slug, lessonId, states: openStates }))) return refused('address-taken');
    const place = { courseId, lessonId, moduleCode, slug, locale };
    const text = { title, summary: '', document: emptyDocument, documentHash: documentHashOf(emptyDocument), schemaVersion, baseLessonVersionId: null };
    return done(await insertOpened(tx, { ...place, ...text }, { actor, now }));
  });
}

const emptyDocument: RichTextJson = { type: 'doc', content: [{ type: 'paragraph' }] };

type Opened = Pick<Draft, 'courseId' | 'lessonId' | 'moduleCode' | 'slug' | 'locale' | 'title' | 'summary' | 'document' | 'documentHash' | 'schemaVersion'> & {
  readonly baseLessonVersionId: string | null;
  readonly comment?: string;
};

/** Writes the row of a new draft and the first line of its record. */
export async function insertOpened(tx: Tx, { baseLessonVersionId, comment = '', ...opened }: Opened, { actor, now }: Circumstances): Promise<{ draftId: DraftId }> {
  const { documentHash } = opened;
  const draft: Draft = {
    ...opened,
    draftId: newId('draft'),
    publication: openedPublication({ authorId: actor.id, documentHash, baseLessonVersionId }),
    revision: 1,
    administrationId: actor.administrationId,
    publishedVersionId: null,
    createdAt: now,
    updatedAt: now,
  };
  await insertDraft(tx, draft);
  await appendPublicationEvent(tx, draft.draftId, { sequence: 1, type: 'OPEN', actorId: actor.id, documentHash, comment, snapshot: snapshotOf(draft), at: now });
  return { draftId: draft.draftId };
}
