import { z } from 'zod';
import { type CourseVersion, findCourseVersion, findNewestCourseVersion, listNewestCourseVersions, rememberedCourseVersions, toCourseVersion } from '~/content/store/courses.server';
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

/** Ids of editions whose documents need not be read again: for a statement of another feature that brings an edition along. */
export function rememberedEditions(): string[] {
  return [...rememberedCourseVersions().keys()];
}

const editionRow = z.object({ id: z.string(), courseId: z.string(), number: z.number(), hash: z.string(), publishedAt: z.coerce.date(), document: z.unknown() });

/** The edition with this id, from what is remembered or else from the row (`to_json` of "CourseVersion") that came along. */
export function editionFrom(id: CourseVersionId, row: unknown): CourseVersion {
  return rememberedCourseVersions().get(id) ?? toCourseVersion(editionRow.parse(row));
}
