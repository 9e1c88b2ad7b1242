import { type CourseVersionId, type EnrolmentId, type LessonVersionId, parseId, type PersonId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import type { Reader, Tx } from '~/platform/db.server';

/** A person on a course, in the edition that they are on. */
export interface Enrolment {
  readonly id: EnrolmentId;
  readonly courseId: string;
  readonly courseVersionId: CourseVersionId;
  readonly enrolledAt: Instant;
  readonly readings: readonly Reading[];
}

export interface Reading {
  readonly lessonId: string;
  readonly readAt: Instant;
}

interface Row {
  readonly id: string;
  readonly courseId: string;
  readonly courseVersionId: string;
  readonly enrolledAt: Date;
  readonly readings: readonly Reading[];
}

function toEnrolment({ id, courseVersionId, readings, ...row }: Row): Enrolment {
  const enrolmentId = parseId('enrolment', id);
  const versionId = parseId('courseVersion', courseVersionId);
  if (!enrolmentId || !versionId) throw new Error(`${id} is no enrolment`);
  return { ...row, id: enrolmentId, courseVersionId: versionId, readings: readings.map(({ lessonId, readAt }) => ({ lessonId, readAt })) };
}

export async function listEnrolments(reader: Reader, personId: PersonId): Promise<Enrolment[]> {
  const rows = await reader.enrolment.findMany({ where: { personId }, include: { readings: true }, orderBy: { enrolledAt: 'asc' } });
  return rows.map(toEnrolment);
}

export async function findEnrolment(reader: Reader | Tx, where: { readonly personId: PersonId; readonly courseId: string }): Promise<Enrolment | null> {
  const row = await reader.enrolment.findUnique({ where: { personId_courseId: { personId: where.personId, courseId: where.courseId } }, include: { readings: true } });
  return row && toEnrolment(row);
}

/** Enrols, or finds the enrolment that is there, in whichever edition it is; its row is held until the transaction ends. */
export async function lockEnrolment(tx: Tx, enrolment: Omit<Enrolment, 'readings'> & { readonly personId: PersonId }): Promise<{ readonly id: EnrolmentId; readonly courseVersionId: CourseVersionId }> {
  const { id, personId, courseId, courseVersionId, enrolledAt } = enrolment;
  const [row] = await tx.$queryRaw<{ id: string; courseVersionId: string }[]>`
    INSERT INTO "Enrolment" (id, "personId", "courseId", "courseVersionId", "enrolledAt")
    VALUES (${id}, ${personId}, ${courseId}, ${courseVersionId}, ${enrolledAt})
    ON CONFLICT ("personId", "courseId") DO UPDATE SET "courseId" = EXCLUDED."courseId"
    RETURNING id, "courseVersionId"`;
  const enrolmentId = parseId('enrolment', row?.id);
  const versionId = parseId('courseVersion', row?.courseVersionId);
  if (!enrolmentId || !versionId) throw new Error('An enrolment came back without its ids');
  return { id: enrolmentId, courseVersionId: versionId };
}

/** The first reading counts: reading again changes nothing. */
export async function insertReading(tx: Tx, reading: { readonly enrolmentId: EnrolmentId; readonly lessonId: string; readonly lessonVersionId: LessonVersionId; readonly readAt: Instant }): Promise<void> {
  await tx.lessonReading.createMany({ data: [{ ...reading }], skipDuplicates: true });
}

export async function setEdition(tx: Tx, { id, courseVersionId }: { readonly id: EnrolmentId; readonly courseVersionId: CourseVersionId }): Promise<void> {
  await tx.enrolment.update({ where: { id }, data: { courseVersionId } });
}
