import { describe, expect, test } from 'vitest';
import { decidePublication, possibilities } from './publication';
import { nextPublication, openedPublication, type Publication, type PublicationEvent, publicationEvent } from './publication-machine';
import { slugFrom } from './draft';

const author = 'per_author';
const reviewer = 'per_reviewer';
const opened = openedPublication({ authorId: author, documentHash: 'h1', baseLessonVersionId: 'lev_1' });

function after(...events: PublicationEvent[]): Publication {
  return events.reduce((publication, event) => {
    const decided = decidePublication(publication, event);
    if (!decided.ok) throw new Error(`${event.type}: ${decided.refusal}`);
    return decided.value;
  }, opened);
}

const by = (person: string, documentHash = 'h1') => ({ by: person, documentHash });
const submit: PublicationEvent = { type: 'SUBMIT', ...by(author) };
const approve: PublicationEvent = { type: 'APPROVE', ...by(reviewer) };
const publish: PublicationEvent = { type: 'PUBLISH', ...by(author) };

describe('the way of a lesson', () => {
  test('from its author through a second person to the trainees', () => {
    expect(after(submit).state).toBe('inReview');
    expect(after(submit, approve)).toMatchObject({ state: 'approved', context: { approved: { by: reviewer, documentHash: 'h1' } } });
    expect(after(submit, approve, publish).state).toBe('published');
    expect(after(submit, approve, publish, { type: 'SUPERSEDE', ...by('per_x') }).state).toBe('superseded');
  });

  test('a request for changes is answered by writing', () => {
    const asked = after(submit, { type: 'REQUEST_CHANGES', ...by(reviewer) });
    expect(asked.state).toBe('changesRequested');
    expect(decidePublication(asked, { type: 'SAVE', ...by(author, 'h2') })).toMatchObject({ ok: true, value: { state: 'draft' } });
  });

  test('an approval is void as soon as the words change', () => {
    const changed = after(submit, approve, { type: 'SAVE', ...by(author, 'h2') });
    expect(changed).toMatchObject({ state: 'draft', context: { approved: null } });
    expect(decidePublication(changed, { type: 'PUBLISH', ...by(author, 'h2') })).toEqual({ ok: false, refusal: 'draft-not-approved' });
  });
});

describe('what is refused, and under which name', () => {
  const inReview = after(submit);
  const twoWriters = after({ type: 'SAVE', ...by(reviewer, 'h2') }, { type: 'SUBMIT', ...by(author, 'h2') });
  test.each<[string, Publication, PublicationEvent, string]>([
    ['nobody approves their own words', inReview, { type: 'APPROVE', ...by(author) }, 'approver-is-author'],
    ['nobody who wrote a part approves the whole', twoWriters, { type: 'APPROVE', ...by(reviewer, 'h2') }, 'approver-is-author'],
    ['another document than the one that stands is not approved', inReview, { type: 'APPROVE', ...by(reviewer, 'h0') }, 'document-changed'],
    ['another document than the approved one is not published', after(submit, approve), { type: 'PUBLISH', ...by(author, 'h0') }, 'document-changed'],
    ['only a writer submits', opened, { type: 'SUBMIT', ...by(reviewer) }, 'not-your-draft'],
    ['only a writer takes back', inReview, { type: 'TAKE_BACK', ...by(reviewer) }, 'not-your-draft'],
    ['nothing is written while it is reviewed', inReview, { type: 'SAVE', ...by(author, 'h2') }, 'draft-in-review'],
    ['nothing is published unapproved', inReview, publish, 'draft-not-approved'],
    ['what is published stays as it is', after(submit, approve, publish), { type: 'SAVE', ...by(author, 'h2') }, 'draft-closed'],
    ['what was never published is not superseded', opened, { type: 'SUPERSEDE', ...by(author) }, 'draft-not-published'],
  ])('%s', (_, publication, event, refusal) => {
    expect(decidePublication(publication, event)).toEqual({ ok: false, refusal });
  });

  test('events of XState itself are not in the closed list', () => {
    expect(publicationEvent.safeParse({ type: 'xstate.after.1.publication.inReview', ...by(author) }).success).toBe(false);
    expect(publicationEvent.safeParse({ type: 'xstate.init', ...by(author) }).success).toBe(false);
  });

  test('every no of the machine has a name, in every state, for writers and others, for this and another document', () => {
    const states = [opened, inReview, after(submit, { type: 'REQUEST_CHANGES', ...by(reviewer) }), after(submit, approve), after(submit, approve, publish), twoWriters];
    for (const publication of states) {
      for (const { shape } of publicationEvent.options) {
        for (const event of [by(author), by(reviewer), by(author, 'h0'), by(reviewer, 'h0')]) {
          const parsed = publicationEvent.parse({ type: shape.type.value, ...event, ...(shape.type.value === 'CATCH_UP' && { baseLessonVersionId: 'lev_2' }) });
          expect(decidePublication(publication, parsed).ok).toBe(nextPublication(publication, parsed) !== null);
        }
      }
    }
  });
});

test('a page offers each person what they may do, and no pen while an approval stands', () => {
  expect(possibilities(opened, author)).toEqual({ write: true, submit: true, takeBack: false, judge: false, publish: false, withdraw: true });
  expect(possibilities(opened, reviewer)).toMatchObject({ write: true, submit: false, withdraw: false });
  expect(possibilities(after(submit), reviewer)).toMatchObject({ write: false, judge: true, takeBack: false });
  expect(possibilities(after(submit), author)).toMatchObject({ judge: false, takeBack: true });
  expect(possibilities(after(submit, approve), author)).toMatchObject({ write: false, publish: true, takeBack: true });
});

test('a title becomes an address without accents and signs', () => {
  expect(slugFrom(' Déchets plastiques : l’entrée Y48 ')).toBe('dechets-plastiques-l-entree-y48');
});
