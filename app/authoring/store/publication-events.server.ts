import { z } from 'zod';
import { eventSnapshot, recordedTypes, type RecordedEvent } from '~/authoring/core/publication-record';
import type { DraftId } from '~/kernel/ids';
import type { Reader, Tx } from '~/platform/db.server';
import { asColumn } from './drafts.server';

const recordedType = z.enum(recordedTypes);

/** Adds a line to a draft's record. There is no way to change one. */
export async function appendPublicationEvent(tx: Tx, draftId: DraftId, event: RecordedEvent): Promise<void> {
  await tx.publicationEvent.create({ data: { draftId, ...event, snapshot: asColumn(event.snapshot) } });
}

/** The whole record, from the opening on. */
export async function listPublicationEvents(reader: Reader, draftId: DraftId): Promise<RecordedEvent[]> {
  const rows = await reader.publicationEvent.findMany({ where: { draftId }, orderBy: { sequence: 'asc' } });
  return rows.map(recordedEventOf);
}

type Row = Omit<RecordedEvent, 'type' | 'snapshot'> & { readonly type: string; readonly snapshot: unknown };

function recordedEventOf({ sequence, type, actorId, documentHash, comment, snapshot, at }: Row): RecordedEvent {
  return { sequence, actorId, documentHash, comment, at, type: recordedType.parse(type), snapshot: eventSnapshot.parse(snapshot) };
}

/** One line of the record as a page tells it: who did what when. */
export type RecordedStep = Omit<RecordedEvent, 'snapshot'>;

/** The steps of a review, without the many saves between them and without their texts. */
export async function listReviewSteps(reader: Reader, draftId: DraftId): Promise<RecordedStep[]> {
  const rows = await reader.publicationEvent.findMany({
    where: { draftId, type: { not: 'SAVE' } },
    select: { sequence: true, type: true, actorId: true, documentHash: true, comment: true, at: true },
    orderBy: { sequence: 'asc' },
  });
  return rows.map((row) => ({ ...row, type: recordedType.parse(row.type) }));
}

/** Who wrote the words that stand now. @throws Error for a draft without a record */
export async function lastWriter(reader: Reader, draftId: DraftId): Promise<string> {
  const last = await reader.publicationEvent.findFirst({
    where: { draftId, type: { in: ['OPEN', 'SAVE'] } },
    select: { actorId: true },
    orderBy: { sequence: 'desc' },
  });
  if (!last) throw new Error(`Draft ${draftId} has no record`);
  return last.actorId;
}

/** One line of the record with its texts. */
export async function findPublicationEvent(reader: Reader, { draftId, sequence }: { readonly draftId: DraftId; readonly sequence: number }): Promise<RecordedEvent | null> {
  const row = await reader.publicationEvent.findUnique({ where: { draftId_sequence: { draftId, sequence } } });
  return row && recordedEventOf(row);
}
