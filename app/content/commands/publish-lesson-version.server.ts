import { knownIn } from '~/content/core/course-document';
import { lessonContentHash, pinOf } from '~/content/core/lesson-pin';
import { placeLesson } from '~/content/core/place-lesson';
import { documentWords } from '~/content/core/readability';
import { checkDocument, type DocumentRefusal } from '~/content/rich-text/check-document';
import { findNewestCourseVersion, lockExistingCourse } from '~/content/store/courses.server';
import { insertLessonVersion, newestLessonNumber, saveLessonPlaces } from '~/content/store/lessons.server';
import type { Actor } from '~/kernel/actor';
import type { CourseVersionId, LessonVersionId, PersonId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import type { Locale } from '~/kernel/locale';
import { done, refused, type Result } from '~/kernel/result';
import { appendToLedger } from '~/ledger/commands/append-to-ledger.server';
import type { Tx } from '~/platform/db.server';
import { newId } from '~/platform/random.server';
import { publishEdition } from './publish-edition.server';

export interface LessonToPublish {
  readonly courseId: string;
  /** The uuid of the lesson; a new one adds a lesson at the end of the module. */
  readonly lessonId: string;
  readonly moduleCode: string;
  readonly slug: string;
  readonly locale: Locale;
  readonly title: string;
  readonly summary: string;
  readonly document: unknown;
  /** The hash that the second pair of eyes approved. */
  readonly approvedHash: string;
  readonly approvedBy: PersonId;
  readonly actor: Actor;
  readonly now: Instant;
}

export interface LessonPublished {
  readonly lessonVersionId: LessonVersionId;
  readonly courseVersionId: CourseVersionId;
}

export type PublishLessonRefusal = DocumentRefusal | 'course-unknown' | 'module-unknown' | 'lesson-address-taken' | 'document-changed';

/**
 * Publishes a lesson from the studio in the caller's transaction: a new immutable lesson version, and a new edition of the course
 * that pins it. Whoever is in the middle of an older edition finishes on it.
 */
export async function publishLessonVersion(tx: Tx, lesson: LessonToPublish): Promise<Result<LessonPublished, PublishLessonRefusal>> {
  const newest = (await lockExistingCourse(tx, lesson.courseId)) ? await findNewestCourseVersion(tx, { courseId: lesson.courseId }) : null;
  if (!newest) return refused('course-unknown');
  const checked = checkDocument('lesson', lesson.document, knownIn(newest.document));
  if (!checked.ok) return checked;
  if (checked.value.documentHash !== lesson.approvedHash) return refused('document-changed');
  const lessonVersionId = newId('lessonVersion');
  const { lessonId, locale, title, summary, moduleCode, slug, now } = lesson;
  const pin = pinOf(lessonVersionId, { title, summary, document: checked.value });
  const placed = placeLesson(newest.document, { lessonId, moduleCode, slug, locale, pin, words: documentWords(checked.value.json).length });
  if (!placed.ok) return placed;
  const { moduleCode: module, lesson: { slug: address } } = placed.value;
  await saveLessonPlaces(tx, [{ id: lessonId, courseId: lesson.courseId, moduleCode: module, slug: address }]);
  const number = (await newestLessonNumber(tx, { lessonId, locale })) + 1;
  const { json, documentHash, schemaVersion } = checked.value;
  const by = { publishedAt: now, publishedBy: lesson.actor.id, approvedBy: lesson.approvedBy };
  await insertLessonVersion(tx, { id: lessonVersionId, lessonId, locale, number, title, summary, document: json, documentHash, schemaVersion, ...by });
  const { courseId, actor } = lesson;
  const courseVersionId = await publishEdition(tx, { courseId, number: newest.number + 1, document: placed.value.document, actor, now });
  const record = { thing: 'lesson', versionId: lessonVersionId, contentHash: lessonContentHash({ title, summary, documentHash }), publishedAt: now.toISOString() } as const;
  const evidence = { approvedBy: lesson.approvedBy, courseVersionId };
  await appendToLedger(tx, { type: 'version-published', record, evidence, actor: lesson.actor, subjectId: lessonId, recordedAt: now });
  return done({ lessonVersionId, courseVersionId });
}
