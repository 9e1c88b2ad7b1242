import { z } from 'zod';
import type { AssessmentDefinition } from '~/content/core/assessment-definition';
import { type AssessmentVersionId, parseId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import type { Reader, Tx } from '~/platform/db.server';

/** One edition of what is examined. */
export interface AssessmentVersion {
  readonly assessmentId: string;
  readonly assessmentVersionId: AssessmentVersionId;
  readonly courseId: string;
  readonly number: number;
  readonly hash: string;
  readonly definition: AssessmentDefinition;
}

const localized = z.object({ en: z.string(), fr: z.string() });
const definition = z.object({
  code: z.string(),
  courseCode: z.string(),
  title: localized,
  passMark: z.object({ numerator: z.int(), denominator: z.int().positive() }),
  timeLimitMinutes: z.int().positive(),
  attempts: z.object({ limit: z.int().positive(), cooldownHours: z.number().nonnegative() }),
  blueprint: z.array(z.object({ outcome: z.string(), items: z.int().positive() })),
  certificate: z.object({ title: localized, scope: localized, limits: localized, criteria: localized, validityMonths: z.int().positive() }).nullable(),
  outcomes: z.record(z.string(), localized),
});

interface Row {
  readonly id: string;
  readonly assessmentId: string;
  readonly number: number;
  readonly hash: string;
  readonly document: unknown;
  readonly assessment: { readonly courseId: string };
}

function toAssessmentVersion({ id, assessmentId, number, hash, document, assessment }: Row): AssessmentVersion {
  const assessmentVersionId = parseId('assessmentVersion', id);
  if (!assessmentVersionId) throw new Error(`${id} is no id of an assessment version`);
  return { assessmentId, assessmentVersionId, courseId: assessment.courseId, number, hash, definition: definition.parse(document) };
}

const withCourse = { assessment: { select: { courseId: true } } } as const;

export async function findNewestAssessment(reader: Reader | Tx, where: { readonly code: string } | { readonly assessmentId: string }): Promise<AssessmentVersion | null> {
  const filter = 'code' in where ? { assessment: { code: where.code } } : where;
  const row = await reader.assessmentVersion.findFirst({ where: filter, orderBy: { number: 'desc' }, include: withCourse });
  return row && toAssessmentVersion(row);
}

export async function findAssessmentVersion(reader: Reader, id: AssessmentVersionId): Promise<AssessmentVersion | null> {
  const row = await reader.assessmentVersion.findUnique({ where: { id }, include: withCourse });
  return row && toAssessmentVersion(row);
}

/** The id that holds a code, if any does. */
export async function findAssessmentId(reader: Reader | Tx, code: string): Promise<string | null> {
  const row = await reader.assessment.findUnique({ where: { code }, select: { id: true } });
  return row?.id ?? null;
}

export async function insertAssessmentVersion(tx: Tx, { version, publishedAt }: { readonly version: AssessmentVersion; readonly publishedAt: Instant }): Promise<void> {
  const { assessmentId, assessmentVersionId, courseId, number, hash, definition: given } = version;
  const place = { courseId, code: given.code };
  await tx.assessment.upsert({ where: { id: assessmentId }, create: { id: assessmentId, ...place }, update: place });
  await tx.assessmentVersion.create({ data: { id: assessmentVersionId, assessmentId, number, hash, document: JSON.parse(JSON.stringify(given)), publishedAt } });
}
