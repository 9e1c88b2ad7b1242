import { publishedCourse } from '~/content/queries/published-course.server';
import { lockEnrolment } from '~/learning/store/enrolments.server';
import type { PersonActor } from '~/kernel/actor';
import type { CourseVersionId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import { done, refused, type Result } from '~/kernel/result';
import { withTransaction } from '~/platform/db.server';
import { newId } from '~/platform/random.server';

export type StartCourseRefusal = 'course-unknown';
export const startCourseStatus = { 'course-unknown': 404 } satisfies Record<StartCourseRefusal, number>;

/** Enrols a trainee in the newest edition. Somebody who is on the course stays on their edition. */
export function startCourse(courseCode: string, { actor, now }: { readonly actor: PersonActor; readonly now: Instant }): Promise<Result<{ readonly courseVersionId: CourseVersionId }, StartCourseRefusal>> {
  return withTransaction('start course', async (tx) => {
    const newest = await publishedCourse(tx, courseCode);
    if (!newest) return refused('course-unknown');
    const { courseVersionId } = await lockEnrolment(tx, { id: newId('enrolment'), personId: actor.id, courseId: newest.courseId, courseVersionId: newest.id, enrolledAt: now });
    return done({ courseVersionId });
  });
}
