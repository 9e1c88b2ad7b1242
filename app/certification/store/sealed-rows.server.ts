import { z } from 'zod';
import { isJsonObject, type Json, type JsonObject } from '~/kernel/canonical-json';
import type { AttemptId, GradeId } from '~/kernel/ids';
import type { Reader } from '~/platform/db.server';
import type { SealedEvidence } from '../core/evidence-pack';

/*
 * The rows are read here as they stand and not through assessment's types, on purpose: a seal must say the same in ten years, when
 * those types have grown, and it must not share a blind spot with the code whose work it proves.
 */

const formItems = z.object({ items: z.array(z.object({ itemVersionId: z.string() })) });

/** What is sealed for this grade of this attempt; null when one of its rows is missing. */
export async function readSealedEvidence(reader: Reader, of: { readonly attemptId: AttemptId; readonly gradeId: GradeId }): Promise<SealedEvidence | null> {
  const attempt = await reader.attempt.findUnique({ where: { id: of.attemptId } });
  const grade = await reader.grade.findUnique({ where: { id: of.gradeId, attemptId: of.attemptId } });
  const assessment = attempt && (await reader.assessmentVersion.findUnique({ where: { id: attempt.assessmentVersionId } }));
  const form = formItems.safeParse(attempt?.form);
  if (!attempt || !grade || !assessment || !form.success) return null;
  const { id, number, personId, administrationId, assessmentId, assessmentVersionId, locale, seed, startedAt, finishedAt } = attempt;
  return {
    format: 'bluepost-evidence-pack/v1',
    attempt: plain({ id, number, personId, administrationId, assessmentId, assessmentVersionId, locale, seed, startedAt, finishedAt, form: attempt.form }),
    assessment: plain({ id: assessment.id, number: assessment.number, hash: assessment.hash, document: assessment.document }),
    events: await readEvents(reader, of.attemptId, grade.chainHead),
    answers: await readAnswers(reader, of.attemptId),
    items: await readItems(reader, form.data.items.map(({ itemVersionId }) => itemVersionId)),
    grade: plain(grade),
  };
}

async function readEvents(reader: Reader, attemptId: AttemptId, head: string): Promise<JsonObject[]> {
  const rows = await reader.attemptEvent.findMany({ where: { attemptId }, orderBy: { sequence: 'asc' } });
  const last = rows.findIndex(({ hash }) => hash === head);
  return rows.slice(0, last + 1).map(({ attemptId: _, ...event }) => plain(event));
}

async function readAnswers(reader: Reader, attemptId: AttemptId): Promise<JsonObject[]> {
  const rows = await reader.answer.findMany({ where: { attemptId }, orderBy: [{ position: 'asc' }, { number: 'asc' }] });
  return rows.map(({ attemptId: _, ...answer }) => plain(answer));
}

async function readItems(reader: Reader, ids: readonly string[]): Promise<JsonObject[]> {
  const rows = await reader.itemVersion.findMany({ where: { id: { in: [...ids] } }, include: { key: { select: { key: true } } } });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = byId.get(id);
    if (!row) return { id, missing: true };
    // Retiring an item later changes nothing that was shown; when it was published is no part of it either.
    const { retiredAt: _, publishedAt: __, key, ...shown } = row;
    return plain({ ...shown, key: key?.key ?? null });
  });
}

/** Instants become ISO 8601 in UTC; everything else is JSON already. */
function plain(row: Readonly<Record<string, unknown>>): JsonObject {
  const value: Json = JSON.parse(JSON.stringify(row));
  if (!isJsonObject(value)) throw new TypeError('A row is an object');
  return value;
}
