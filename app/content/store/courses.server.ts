import { type CourseDocument, courseDocument } from '~/content/core/course-document';
import { type CourseVersionId, parseId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import type { Prisma, Reader, Tx } from '~/platform/db.server';

/** One edition of a course. */
export interface CourseVersion {
  readonly id: CourseVersionId;
  readonly courseId: string;
  readonly number: number;
  readonly hash: string;
  readonly publishedAt: Instant;
  readonly document: CourseDocument;
}

interface Row {
  readonly id: string;
  readonly courseId: string;
  readonly number: number;
  readonly hash: string;
  readonly publishedAt: Date;
  readonly document: unknown;
}

/** Editions never change, so what was parsed once is kept: every page of a course needs it. */
const parsed = new Map<string, CourseVersion>();
const kept = 64;

export function toCourseVersion(row: Row): CourseVersion {
  const known = parsed.get(row.id);
  if (known) return known;
  const id = parseId('courseVersion', row.id);
  if (!id) throw new Error(`${row.id} is no id of a course version`);
  const { courseId, number, hash, publishedAt } = row;
  const version = { id, courseId, number, hash, publishedAt, document: courseDocument.parse(row.document) };
  if (parsed.size >= kept) parsed.delete(parsed.keys().next().value!);
  parsed.set(id, version);
  return version;
}

/** The editions that this process holds already, newest met last. */
export function rememberedCourseVersions(): ReadonlyMap<string, CourseVersion> {
  return parsed;
}

/** Makes the course if it is new, and holds its row, so that two publications of one course wait for one another. */
export async function lockCourse(tx: Tx, { id, code }: { readonly id: string; readonly code: string }): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Course" (id, code) VALUES (${id}, ${code}) ON CONFLICT (id) DO UPDATE SET code = EXCLUDED.code`;
}

/** The id that holds a code, if any does. */
export async function findCourseIdByCode(reader: Reader | Tx, code: string): Promise<string | null> {
  const row = await reader.course.findUnique({ where: { code }, select: { id: true } });
  return row?.id ?? null;
}

/** Holds the row of a course that must be there. */
export async function lockExistingCourse(tx: Tx, courseId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`SELECT id FROM "Course" WHERE id = ${courseId} FOR UPDATE`;
  return rows.length > 0;
}

export async function findNewestCourseVersion(reader: Reader | Tx, course: { readonly courseId: string } | { readonly code: string }): Promise<CourseVersion | null> {
  const where = 'code' in course ? { course: { code: course.code } } : { courseId: course.courseId };
  const row = await reader.courseVersion.findFirst({ where, orderBy: { number: 'desc' } });
  return row && toCourseVersion(row);
}

export async function findCourseVersion(reader: Reader, id: CourseVersionId): Promise<CourseVersion | null> {
  const known = parsed.get(id);
  if (known) return known;
  const row = await reader.courseVersion.findUnique({ where: { id } });
  return row && toCourseVersion(row);
}

/** The newest edition of every course, by its code. */
export async function listNewestCourseVersions(reader: Reader): Promise<CourseVersion[]> {
  const rows = await reader.$queryRaw<Row[]>`
    SELECT newest.* FROM "Course" course
    CROSS JOIN LATERAL (SELECT * FROM "CourseVersion" version WHERE version."courseId" = course.id ORDER BY number DESC LIMIT 1) newest
    ORDER BY course.code`;
  return rows.map(toCourseVersion);
}

export async function insertCourseVersion(tx: Tx, version: CourseVersion & { readonly publishedBy: string }): Promise<void> {
  await tx.courseVersion.create({ data: { ...version, document: version.document satisfies Prisma.InputJsonObject } });
}
