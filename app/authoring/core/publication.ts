import { done, refused, type Result } from '~/kernel/result';
import {
  nextPublication,
  type Publication,
  type PublicationEvent,
  type PublicationEventType,
  type PublicationState,
} from './publication-machine';

/** Why an event does not move a draft. */
export type PublicationRefusal =
  /** Published, superseded or withdrawn: its story is over. */
  | 'draft-closed'
  /** Under review its words stand still; its writer may take it back. */
  | 'draft-in-review'
  | 'draft-not-in-review'
  | 'draft-not-approved'
  | 'draft-not-published'
  /** A request for changes, or an approval, must be answered first. */
  | 'draft-not-ready'
  /** Only who wrote in it submits it, takes it back or withdraws it. */
  | 'not-your-draft'
  /** Nobody approves their own words. */
  | 'approver-is-author'
  /** The hash names another document than the one that stands now. */
  | 'document-changed';

/** In which states an event has a meaning, and what to say in the others. */
const expected: Record<PublicationEventType, { readonly states: readonly PublicationState[]; readonly otherwise: PublicationRefusal }> = {
  SAVE: { states: ['draft', 'changesRequested', 'approved'], otherwise: 'draft-in-review' },
  CATCH_UP: { states: ['draft', 'changesRequested', 'approved'], otherwise: 'draft-in-review' },
  SUBMIT: { states: ['draft'], otherwise: 'draft-not-ready' },
  TAKE_BACK: { states: ['inReview', 'changesRequested', 'approved'], otherwise: 'draft-not-in-review' },
  REQUEST_CHANGES: { states: ['inReview'], otherwise: 'draft-not-in-review' },
  APPROVE: { states: ['inReview'], otherwise: 'draft-not-in-review' },
  PUBLISH: { states: ['approved'], otherwise: 'draft-not-approved' },
  SUPERSEDE: { states: ['published'], otherwise: 'draft-not-published' },
  WITHDRAW: { states: ['draft', 'inReview', 'changesRequested', 'approved', 'published'], otherwise: 'draft-closed' },
};

const ofWriters: readonly PublicationEventType[] = ['SUBMIT', 'TAKE_BACK', 'CATCH_UP', 'WITHDRAW'];
const ofSecondPerson: readonly PublicationEventType[] = ['REQUEST_CHANGES', 'APPROVE'];

/** Moves a draft by one event, or says by name why not. The machine alone decides; the name only explains its no. */
export function decidePublication(publication: Publication, event: PublicationEvent): Result<Publication, PublicationRefusal> {
  const next = nextPublication(publication, event);
  return next ? done(next) : refused(reasonAgainst(publication, event));
}

function reasonAgainst({ state, context }: Publication, event: PublicationEvent): PublicationRefusal {
  const { states, otherwise } = expected[event.type];
  if (!states.includes(state)) return isOver(state) && event.type !== 'SUPERSEDE' ? 'draft-closed' : otherwise;
  const isWriter = context.writers.includes(event.by);
  if (ofSecondPerson.includes(event.type) && isWriter) return 'approver-is-author';
  if (ofWriters.includes(event.type) && state !== 'published' && !isWriter) return 'not-your-draft';
  if (event.documentHash !== context.documentHash) return 'document-changed';
  throw new Error(`The publication machine refused ${event.type} in ${state} for a reason nobody has named`);
}

function isOver(state: PublicationState): boolean {
  return state === 'published' || state === 'superseded' || state === 'withdrawn';
}

/** What this person may do with the draft now: which buttons a page offers. The commands decide again. */
export interface Possibilities {
  readonly write: boolean;
  readonly submit: boolean;
  readonly takeBack: boolean;
  readonly judge: boolean;
  readonly publish: boolean;
  readonly withdraw: boolean;
}

export function possibilities(publication: Publication, personId: string): Possibilities {
  const may = (type: Exclude<PublicationEventType, 'CATCH_UP'>) =>
    nextPublication(publication, { type, by: personId, documentHash: publication.context.documentHash }) !== null;
  return {
    // An approved draft is written in only after it was taken back: a stray key must not void an approval.
    write: may('SAVE') && publication.state !== 'approved',
    submit: may('SUBMIT'),
    takeBack: publication.state !== 'changesRequested' && may('TAKE_BACK'),
    judge: may('APPROVE'),
    publish: may('PUBLISH'),
    withdraw: publication.state !== 'published' && may('WITHDRAW'),
  };
}
