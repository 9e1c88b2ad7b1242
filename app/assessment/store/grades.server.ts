import { z } from 'zod';
import { type AttemptId, type GradeId, type ItemVersionId, parseId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import type { Reader, Tx } from '~/platform/db.server';
import type { ItemScore, OutcomeScore } from '../core/grade';
import { stored } from './attempt-row.server';

/** One marking of one attempt. The last one counts; earlier ones stay. */
export interface Grade {
  readonly gradeId: GradeId;
  readonly attemptId: AttemptId;
  readonly number: number;
  readonly points: number;
  readonly maxPoints: number;
  readonly passed: boolean;
  readonly byItem: readonly ItemScore[];
  readonly byOutcome: readonly OutcomeScore[];
  readonly graderVersion: number;
  /** Hash of the event of the attempt's chain that records this grade. */
  readonly chainHead: string;
  readonly gradedAt: Instant;
}

const count = z.int().nonnegative();
const itemVersionId = z.string().refine((text): text is ItemVersionId => parseId('itemVersion', text) !== null);
const byItem = z.array(
  z.strictObject({ position: count, itemVersionId, outcome: z.string(), points: count, maxPoints: count, answered: z.boolean() }),
);
const byOutcome = z.array(z.strictObject({ outcome: z.string(), points: count, maxPoints: count, items: count, answered: count }));

export async function insertGrade(tx: Tx, grade: Grade): Promise<void> {
  const { gradeId, attemptId, number, points, maxPoints, passed, graderVersion, chainHead, gradedAt } = grade;
  await tx.$executeRaw`
    INSERT INTO "Grade" ("id", "attemptId", "number", "points", "maxPoints", "passed", "byOutcome", "byItem", "graderVersion", "chainHead", "gradedAt")
    VALUES (${gradeId}, ${attemptId}, ${number}, ${points}, ${maxPoints}, ${passed}, ${JSON.stringify(grade.byOutcome)}::jsonb,
      ${JSON.stringify(grade.byItem)}::jsonb, ${graderVersion}, ${chainHead}, ${gradedAt})`;
}

/** Every marking, oldest first. */
export async function listGrades(reader: Reader, attemptId: AttemptId): Promise<Grade[]> {
  const rows = await reader.grade.findMany({ where: { attemptId }, orderBy: { number: 'asc' } });
  return rows.map(({ id, byItem: items, byOutcome: outcomes, ...row }) => ({
    ...row,
    attemptId,
    gradeId: stored('grade', id),
    byItem: byItem.parse(items),
    byOutcome: byOutcome.parse(outcomes),
  }));
}

/** The marking that counts, or null before there is one. */
export async function findGrade(reader: Reader, attemptId: AttemptId): Promise<Grade | null> {
  return (await listGrades(reader, attemptId)).at(-1) ?? null;
}
