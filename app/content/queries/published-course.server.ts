import { type CourseVersion, findCourseVersion, findNewestCourseVersion, listNewestCourseVersions } from '~/content/store/courses.server';
import { type CourseVersionId, parseUuid } from '~/kernel/ids';
import type { Reader } from '~/platform/db.server';

export type { CourseVersion };

/** The newest edition of a course, by the code of its address. */
export async function publishedCourse(reader: Reader, code: string): Promise<CourseVersion | null> {
  return /^[a-z0-9-]{1,80}$/.test(code) ? findNewestCourseVersion(reader, { code }) : null;
}

/** The newest edition of a course, by its id. */
export async function publishedCourseById(reader: Reader, courseId: string): Promise<CourseVersion | null> {
  return parseUuid(courseId) ? findNewestCourseVersion(reader, { courseId }) : null;
}

/** One edition, whichever is the newest. */
export function courseVersion(reader: Reader, id: CourseVersionId): Promise<CourseVersion | null> {
  return findCourseVersion(reader, id);
}

/** The newest edition of every course, by code. */
export function publishedCourses(reader: Reader): Promise<CourseVersion[]> {
  return listNewestCourseVersions(reader);
}
