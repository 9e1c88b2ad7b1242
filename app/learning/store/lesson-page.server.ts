import { z } from 'zod';
import { type CourseVersionId, type PersonId, parseId } from '~/kernel/ids';
import type { Reader } from '~/platform/db.server';

/** Where a person stands in a course: the edition to show, whether there is a newer one, and what they have read. */
export interface Standing {
  readonly enrolled: boolean;
  readonly courseVersionId: CourseVersionId;
  readonly newestVersionId: CourseVersionId;
  readonly newestNumber: number;
  readonly readLessons: ReadonlySet<string>;
  /** The edition's row, unless the caller said that it knows it. */
  readonly edition: unknown;
}

const row = z.object({
  enrolled: z.boolean(),
  courseVersionId: z.string(),
  newestVersionId: z.string(),
  newestNumber: z.number(),
  readings: z.array(z.string()),
  edition: z.unknown(),
});

interface StandingOf {
  readonly personId: PersonId;
  readonly courseCode: string;
  /** Editions whose documents this process holds already: they need not travel again. */
  readonly knownEditions: readonly string[];
}

/** One statement, since a lesson page has a budget of three: the session, this, and the lesson the first time it is read. */
export async function findStanding(reader: Reader, { personId, courseCode, knownEditions }: StandingOf): Promise<Standing | null> {
  const [found] = await reader.$queryRaw<unknown[]>`
    SELECT enrolment.id IS NOT NULL AS enrolled, shown.id AS "courseVersionId", newest.id AS "newestVersionId", newest.number AS "newestNumber",
      (SELECT coalesce(json_agg(reading."lessonId"), '[]') FROM "LessonReading" reading WHERE reading."enrolmentId" = enrolment.id) AS readings,
      CASE WHEN shown.id = ANY(${[...knownEditions]}) THEN NULL ELSE to_json(shown) END AS edition
    FROM "Course" course
    JOIN LATERAL (SELECT id, number FROM "CourseVersion" WHERE "courseId" = course.id ORDER BY number DESC LIMIT 1) newest ON true
    LEFT JOIN "Enrolment" enrolment ON enrolment."courseId" = course.id AND enrolment."personId" = ${personId}
    JOIN "CourseVersion" shown ON shown.id = coalesce(enrolment."courseVersionId", newest.id)
    WHERE course.code = ${courseCode}`;
  if (!found) return null;
  const { enrolled, newestNumber, readings, edition, ...ids } = row.parse(found);
  const courseVersionId = parseId('courseVersion', ids.courseVersionId);
  const newestVersionId = parseId('courseVersion', ids.newestVersionId);
  if (!courseVersionId || !newestVersionId) throw new Error(`${ids.courseVersionId} is no id of a course version`);
  return { enrolled, courseVersionId, newestVersionId, newestNumber, readLessons: new Set(readings), edition: edition ?? null };
}
