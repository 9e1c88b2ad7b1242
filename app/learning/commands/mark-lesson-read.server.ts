import { findLesson } from '~/content/core/course-document';
import { courseVersion, publishedCourse } from '~/content/queries/published-course.server';
import { type LessonAddress, lessonAddress, neighboursOf } from '~/learning/core/progress';
import { insertReading, lockEnrolment } from '~/learning/store/enrolments.server';
import type { PersonActor } from '~/kernel/actor';
import type { CourseVersionId, LessonVersionId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import { done, refused, type Result } from '~/kernel/result';
import { withTransaction } from '~/platform/db.server';
import { newId } from '~/platform/random.server';

export interface LessonRead {
  readonly address: LessonAddress;
  /** The edition and the lesson version that were on the page. */
  readonly courseVersionId: CourseVersionId;
  readonly lessonVersionId: LessonVersionId;
}

export type MarkLessonReadRefusal = 'lesson-unknown';
export const markLessonReadStatus = { 'lesson-unknown': 404 } satisfies Record<MarkLessonReadRefusal, number>;

/**
 * Records that a trainee has read a lesson, in the version that was on the page. The first lesson read enrols, in the edition that it
 * was read in, so that nobody is in a newer edition than they have seen.
 * @returns where to read on; the course's page after the last lesson
 */
export function markLessonRead({ address, courseVersionId, lessonVersionId }: LessonRead, { actor, now }: { readonly actor: PersonActor; readonly now: Instant }): Promise<Result<{ readonly continueAt: string }, MarkLessonReadRefusal>> {
  return withTransaction('mark lesson read', async (tx) => {
    const course = await courseVersion(tx, courseVersionId);
    const newest = await publishedCourse(tx, address.course);
    if (!course || course.courseId !== newest?.courseId) return refused('lesson-unknown');
    const placed = findLesson(course.document, address);
    if (!placed || !Object.values(placed.lesson.versions).some((pin) => pin?.versionId === lessonVersionId)) return refused('lesson-unknown');
    const enrolment = { id: newId('enrolment'), personId: actor.id, courseId: course.courseId, courseVersionId, enrolledAt: now };
    const { id: enrolmentId } = await lockEnrolment(tx, enrolment);
    await insertReading(tx, { enrolmentId, lessonId: placed.lesson.id, lessonVersionId, readAt: now });
    const { next } = neighboursOf(course.document, placed.lesson.id);
    return done({ continueAt: next ? lessonAddress(address.course, next) : `/courses/${address.course}#assessment` });
  });
}
