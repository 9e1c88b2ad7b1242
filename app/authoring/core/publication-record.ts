import { z } from 'zod';
import type { RichTextJson } from '~/content/core/item';
import type { Instant } from '~/kernel/instant';
import { nextPublication, openedPublication, type Publication, publicationEvent, publicationEventTypes } from './publication-machine';

/** What can stand in the record of a draft: its opening, then the machine's events. */
export const recordedTypes = ['OPEN', ...publicationEventTypes] as const;
export type RecordedType = (typeof recordedTypes)[number];

/** A stored document as it comes out of the database: its own gate has judged it before it went in. */
export const storedDocument = z.custom<RichTextJson>(
  (value) => typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string',
);

/**
 * The words at that moment. Only a plain SAVE leaves its document out (one is recorded every few seconds of typing); the next event of
 * a review holds it whole. A SAVE over somebody else's words holds those in `replaced`: nobody's last text is ever lost.
 */
export const eventSnapshot = z.strictObject({
  title: z.string(),
  summary: z.string(),
  document: storedDocument.nullable(),
  baseLessonVersionId: z.string().nullable(),
  replaced: z.strictObject({ title: z.string(), summary: z.string(), document: storedDocument }).nullable(),
});
export type EventSnapshot = z.infer<typeof eventSnapshot>;

/** One line of a draft's append-only record. */
export interface RecordedEvent {
  /** From 1; equals the draft's revision after the event. */
  readonly sequence: number;
  readonly type: RecordedType;
  readonly actorId: string;
  readonly documentHash: string;
  readonly comment: string;
  readonly snapshot: EventSnapshot;
  readonly at: Instant;
}

/**
 * Where a draft must stand after its record. It must equal the row: a test and an auditor's tool, not the way a draft is loaded.
 * @throws Error when the record has a gap or an event that the machine does not allow
 */
export function replayPublication(events: readonly RecordedEvent[]): Publication & { readonly revision: number } {
  const [opening, ...rest] = events;
  if (opening?.type !== 'OPEN' || opening.sequence !== 1) throw new Error('A record begins with the opening of the draft');
  let publication = openedPublication({
    authorId: opening.actorId,
    documentHash: opening.documentHash,
    baseLessonVersionId: opening.snapshot.baseLessonVersionId,
  });
  let revision = 1;
  for (const recorded of rest) {
    revision += 1;
    if (recorded.sequence !== revision) throw new Error(`The record has a gap before event ${recorded.sequence}`);
    const event = publicationEvent.parse({
      type: recorded.type,
      by: recorded.actorId,
      documentHash: recorded.documentHash,
      ...(recorded.type === 'CATCH_UP' && { baseLessonVersionId: recorded.snapshot.baseLessonVersionId }),
    });
    const next = nextPublication(publication, event);
    if (!next) throw new Error(`Event ${revision}, ${recorded.type}, cannot follow ${publication.state}`);
    publication = next;
  }
  return { ...publication, revision };
}
