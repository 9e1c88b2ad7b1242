import { type CourseDocument, lessonsInOrder } from '~/content/core/course-document';
import { contentHash } from '~/content/core/digest';
import { insertCourseVersion } from '~/content/store/courses.server';
import { freeLessonPlaces, saveLessonPlaces } from '~/content/store/lessons.server';
import type { Actor } from '~/kernel/actor';
import type { CourseVersionId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import { appendToLedger } from '~/ledger/commands/append-to-ledger.server';
import type { Tx } from '~/platform/db.server';
import { newId } from '~/platform/random.server';

interface Edition {
  readonly courseId: string;
  readonly number: number;
  readonly document: CourseDocument;
  readonly actor: Actor;
  readonly now: Instant;
}

/** Makes an edition of a course: its lessons get their places, and the ledger learns of it. The caller holds the course's row. */
export async function publishEdition(tx: Tx, { courseId, number, document, actor, now }: Edition): Promise<CourseVersionId> {
  const placed = lessonsInOrder(document);
  await freeLessonPlaces(tx, { courseId, staying: placed.map(({ lesson }) => lesson.id) });
  await saveLessonPlaces(tx, placed.map(({ module, lesson }) => ({ id: lesson.id, courseId, moduleCode: module.code, slug: lesson.slug })));
  const id = newId('courseVersion');
  const hash = contentHash(document);
  await insertCourseVersion(tx, { id, courseId, number, hash, document, publishedAt: now, publishedBy: actor.id });
  const record = { thing: 'course', versionId: id, contentHash: hash, publishedAt: now.toISOString() } as const;
  await appendToLedger(tx, { type: 'version-published', record, actor, subjectId: courseId, recordedAt: now });
  return id;
}
