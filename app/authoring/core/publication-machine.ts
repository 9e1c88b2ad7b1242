import { type SnapshotFrom, assign, initialTransition, setup, transition } from 'xstate';
import { z } from 'zod';

/** Raised whenever states or context change their meaning; stored beside every draft. */
export const publicationMachineVersion = 1;

export const publicationStates = [
  'draft',
  'inReview',
  'changesRequested',
  'approved',
  'published',
  'superseded',
  'withdrawn',
] as const;
export type PublicationState = (typeof publicationStates)[number];

/** States in which a draft still waits for somebody. The others are its end, but for `published`, which a later one ends. */
export const openStates = ['draft', 'inReview', 'changesRequested', 'approved'] as const satisfies readonly PublicationState[];

/** What the machine remembers. Only JSON; checked with this schema wherever a row is read. */
export const publicationContext = z.strictObject({
  /** Who opened the draft. */
  authorId: z.string(),
  /** Everybody whose words are in it, the author first: none of them may approve it. */
  writers: z.array(z.string()).min(1),
  /** SHA-256 of the document as it stands. */
  documentHash: z.string(),
  /** The published lesson version it was written from, or null for a lesson or language that has none. */
  baseLessonVersionId: z.string().nullable(),
  submitted: z.strictObject({ by: z.string(), documentHash: z.string() }).nullable(),
  approved: z.strictObject({ by: z.string(), documentHash: z.string() }).nullable(),
});
export type PublicationContext = z.infer<typeof publicationContext>;

/** Who does it, and the hash of exactly the document they had before them. */
const review = { by: z.string(), documentHash: z.string() };

/** The closed list of what can happen to a draft after it was opened. No other event reaches the machine. */
export const publicationEvent = z.discriminatedUnion('type', [
  /** Words changed; carries the hash of the new document. Ends a request for changes and voids an approval. */
  z.strictObject({ type: z.literal('SAVE'), ...review }),
  z.strictObject({ type: z.literal('SUBMIT'), ...review }),
  /** A writer wants to go on writing before the review has ended, or after the approval. */
  z.strictObject({ type: z.literal('TAKE_BACK'), ...review }),
  z.strictObject({ type: z.literal('REQUEST_CHANGES'), ...review }),
  z.strictObject({ type: z.literal('APPROVE'), ...review }),
  /** The lesson was published by another draft meanwhile; a writer has seen it and goes on from there. */
  z.strictObject({ type: z.literal('CATCH_UP'), ...review, baseLessonVersionId: z.string() }),
  z.strictObject({ type: z.literal('PUBLISH'), ...review }),
  /** A later draft of the same lesson and language was published. */
  z.strictObject({ type: z.literal('SUPERSEDE'), ...review }),
  z.strictObject({ type: z.literal('WITHDRAW'), ...review }),
]);
export type PublicationEvent = z.infer<typeof publicationEvent>;
export type PublicationEventType = PublicationEvent['type'];
export const publicationEventTypes = publicationEvent.options.map((option) => option.shape.type.value);

export interface OpeningOfDraft {
  readonly authorId: string;
  readonly documentHash: string;
  readonly baseLessonVersionId: string | null;
}

interface Facts {
  readonly context: PublicationContext;
  readonly event: PublicationEvent;
}

const isWriter = ({ context, event }: Facts) => context.writers.includes(event.by);
const sameDocument = ({ context, event }: Facts) => event.documentHash === context.documentHash;

/**
 * draft → inReview → changesRequested → draft | approved → published → superseded | withdrawn. Guards and assignments only:
 * the pure functions of XState schedule nothing.
 */
export const publicationMachine = setup({
  types: {
    context: {} as PublicationContext,
    events: {} as PublicationEvent,
    input: {} as OpeningOfDraft,
  },
  guards: {
    byWriterOfThis: (facts) => isWriter(facts) && sameDocument(facts),
    bySecondPersonOfThis: (facts) => !isWriter(facts) && facts.context.submitted?.documentHash === facts.event.documentHash && sameDocument(facts),
    ofApproved: (facts) => facts.context.approved?.documentHash === facts.event.documentHash && sameDocument(facts),
    ofThis: sameDocument,
  },
  actions: {
    write: assign(({ context, event }) => ({
      documentHash: event.documentHash,
      writers: context.writers.includes(event.by) ? context.writers : [...context.writers, event.by],
      submitted: null,
      approved: null,
    })),
    submit: assign(({ event }) => ({ submitted: { by: event.by, documentHash: event.documentHash }, approved: null })),
    approve: assign(({ event }) => ({ approved: { by: event.by, documentHash: event.documentHash } })),
    startAgain: assign({ submitted: null, approved: null }),
    catchUp: assign(({ context, event }) => ({
      baseLessonVersionId: event.type === 'CATCH_UP' ? event.baseLessonVersionId : context.baseLessonVersionId,
      submitted: null,
      approved: null,
    })),
  },
}).createMachine({
  id: 'publication',
  initial: 'draft',
  context: ({ input }) => ({
    authorId: input.authorId,
    writers: [input.authorId],
    documentHash: input.documentHash,
    baseLessonVersionId: input.baseLessonVersionId,
    submitted: null,
    approved: null,
  }),
  states: {
    draft: {
      on: {
        SAVE: { actions: 'write', target: 'draft', reenter: true },
        CATCH_UP: { guard: 'byWriterOfThis', actions: 'catchUp', target: 'draft', reenter: true },
        SUBMIT: { guard: 'byWriterOfThis', actions: 'submit', target: 'inReview' },
        WITHDRAW: { guard: 'byWriterOfThis', target: 'withdrawn' },
      },
    },
    inReview: {
      on: {
        TAKE_BACK: { guard: 'byWriterOfThis', actions: 'startAgain', target: 'draft' },
        REQUEST_CHANGES: { guard: 'bySecondPersonOfThis', target: 'changesRequested' },
        APPROVE: { guard: 'bySecondPersonOfThis', actions: 'approve', target: 'approved' },
        WITHDRAW: { guard: 'byWriterOfThis', target: 'withdrawn' },
      },
    },
    changesRequested: {
      on: {
        SAVE: { actions: 'write', target: 'draft' },
        CATCH_UP: { guard: 'byWriterOfThis', actions: 'catchUp', target: 'draft' },
        TAKE_BACK: { guard: 'byWriterOfThis', actions: 'startAgain', target: 'draft' },
        WITHDRAW: { guard: 'byWriterOfThis', target: 'withdrawn' },
      },
    },
    approved: {
      on: {
        SAVE: { actions: 'write', target: 'draft' },
        CATCH_UP: { guard: 'byWriterOfThis', actions: 'catchUp', target: 'draft' },
        TAKE_BACK: { guard: 'byWriterOfThis', actions: 'startAgain', target: 'draft' },
        PUBLISH: { guard: 'ofApproved', target: 'published' },
        WITHDRAW: { guard: 'byWriterOfThis', target: 'withdrawn' },
      },
    },
    published: {
      on: {
        SUPERSEDE: { guard: 'ofThis', target: 'superseded' },
        WITHDRAW: { guard: 'ofThis', target: 'withdrawn' },
      },
    },
    superseded: {},
    withdrawn: {},
  },
});

/** A draft's place in the machine. */
export interface Publication {
  readonly state: PublicationState;
  readonly context: PublicationContext;
}

/** Where a draft begins. */
export function openedPublication(opening: OpeningOfDraft): Publication {
  const [snapshot] = initialTransition(publicationMachine, opening);
  return publicationOf(snapshot);
}

/** The next place, or null when the machine does not know the event there. */
export function nextPublication(publication: Publication, event: PublicationEvent): Publication | null {
  const snapshot = publicationMachine.resolveState({ value: publication.state, context: publication.context });
  const [next] = transition(publicationMachine, snapshot, event);
  // XState answers a false guard and an unhandled event with the same snapshot object.
  return next === snapshot ? null : publicationOf(next);
}

function publicationOf(snapshot: SnapshotFrom<typeof publicationMachine>): Publication {
  return { state: snapshot.value, context: snapshot.context };
}
