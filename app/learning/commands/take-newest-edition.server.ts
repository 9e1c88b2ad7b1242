import { publishedCourse } from '~/content/queries/published-course.server';
import { findEnrolment, lockEnrolment, setEdition } from '~/learning/store/enrolments.server';
import type { PersonActor } from '~/kernel/actor';
import type { CourseVersionId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import { done, refused, type Result } from '~/kernel/result';
import { withTransaction } from '~/platform/db.server';

export type TakeNewestEditionRefusal = 'course-unknown' | 'not-on-course';
export const takeNewestEditionStatus = { 'course-unknown': 404, 'not-on-course': 409 } satisfies Record<TakeNewestEditionRefusal, number>;

/** A trainee who wishes so goes on in the newest edition; lessons that were read stay read. Nobody is moved without asking. */
export function takeNewestEdition(courseCode: string, { actor, now }: { readonly actor: PersonActor; readonly now: Instant }): Promise<Result<{ readonly courseVersionId: CourseVersionId }, TakeNewestEditionRefusal>> {
  return withTransaction('take newest edition', async (tx) => {
    const newest = await publishedCourse(tx, courseCode);
    if (!newest) return refused('course-unknown');
    const enrolment = await findEnrolment(tx, { personId: actor.id, courseId: newest.courseId });
    if (!enrolment) return refused('not-on-course');
    const { id } = await lockEnrolment(tx, { ...enrolment, personId: actor.id, enrolledAt: now });
    await setEdition(tx, { id, courseVersionId: newest.id });
    return done({ courseVersionId: newest.id });
  });
}
