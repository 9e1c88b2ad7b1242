import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { getShortestPaths } from 'xstate/graph';
import { publishDraft } from '~/authoring/commands/publish-draft.server';
import { approveDraft, type ReviewCommand, requestChanges, submitForReview, takeBackDraft } from '~/authoring/commands/review-draft.server';
import { saveDraft } from '~/authoring/commands/save-draft.server';
import { openDraft } from '~/authoring/commands/open-draft.server';
import { withdrawDraft } from '~/authoring/commands/withdraw-draft.server';
import { withdrawPublished } from '~/authoring/commands/withdraw-published.server';
import type { Draft } from '~/authoring/core/draft';
import { nextPublication, type PublicationContext, type PublicationEvent, publicationMachine } from '~/authoring/core/publication-machine';
import { replayPublication } from '~/authoring/core/publication-record';
import { listPublicationEvents } from '~/authoring/store/publication-events.server';
import { documentHashOf } from '~/content/rich-text/check-document';
import { db } from '~/platform/db.server';
import { aNewLesson, aStudio, at, courseCode, paragraphs, seen, theDraft } from '../support/a-draft';
import type { APerson } from '../support/a-person';
import { useDatabase } from '../support/database';

useDatabase();
let people: Awaited<ReturnType<typeof aStudio>>;
let now = 0;

beforeAll(async () => {
  people = await aStudio();
});

/** An event of the model: who does it, with which of two texts before them. */
interface Deed {
  readonly type: Exclude<PublicationEvent['type'], 'CATCH_UP'>;
  readonly who: 'author' | 'reviewer';
  readonly text: 'A' | 'B';
}

const texts = { A: paragraphs('A.'), B: paragraphs('B.') } as const;
const hashes = { A: documentHashOf(texts.A), B: documentHashOf(texts.B) } as const;
const types = ['SAVE', 'SUBMIT', 'TAKE_BACK', 'REQUEST_CHANGES', 'APPROVE', 'PUBLISH', 'SUPERSEDE', 'WITHDRAW'] as const;
const deeds: Deed[] = types.flatMap((type) => (['author', 'reviewer'] as const).flatMap((who) => (['A', 'B'] as const).map((text) => ({ type, who, text }))));

const circumstances = (person: APerson) => ({ actor: person.actor, now: at((now += 1)) });
const eventOf = ({ type, who, text }: Deed): PublicationEvent => ({ type, by: people[who].id, documentHash: hashes[text] });

/** Saving the words that stand is nothing that happens: the command leaves no trace of it, so the model does not speak of it. */
const isHappening = ({ type, text }: Deed, context: PublicationContext) => type !== 'SAVE' || hashes[text] !== context.documentHash;

/** The command behind a deed. A draft is superseded by publishing another one of the same lesson. */
async function perform({ type, who, text }: Deed, draft: Draft): Promise<boolean> {
  const person = people[who];
  const command: ReviewCommand = { draftId: draft.draftId, revision: draft.revision, documentHash: hashes[text], comment: 'Because.' };
  if (type === 'SAVE') return (await saveDraft({ ...draft, title: 'Seals', summary: 'x', document: texts[text] }, circumstances(person))).ok;
  if (type === 'SUPERSEDE') return hashes[text] === draft.documentHash && supersede(draft, person);
  const withdraw = draft.publication.state === 'published' ? withdrawPublished : withdrawDraft;
  const commands = { SUBMIT: submitForReview, TAKE_BACK: takeBackDraft, REQUEST_CHANGES: requestChanges, APPROVE: approveDraft, PUBLISH: publishDraft, WITHDRAW: withdraw };
  return (await commands[type](command, circumstances(person))).ok;
}

async function supersede(draft: Draft, person: APerson): Promise<boolean> {
  if (draft.publication.state !== 'published') return false;
  const opened = await openDraft({ courseCode, lessonId: draft.lessonId, locale: 'en' }, circumstances(people.third));
  if (!opened.ok) return false;
  await bring(await theDraft(people.third, opened.value.draftId), { writer: people.third, judge: people.author, publisher: person, document: paragraphs('Later.') });
  return true;
}

interface Hands {
  readonly writer: APerson;
  readonly judge: APerson;
  readonly publisher: APerson;
  readonly document: ReturnType<typeof paragraphs>;
}

/** Brings a draft all the way to its readers. */
async function bring(draft: Draft, { writer, judge, publisher, document }: Hands): Promise<Draft> {
  const again = () => theDraft(writer, draft.draftId);
  await saveDraft({ ...draft, title: 'Seals', summary: 'x', document }, circumstances(writer));
  await submitForReview(seen(await again()), circumstances(writer));
  await approveDraft(seen(await again()), circumstances(judge));
  await publishDraft(seen(await again()), circumstances(publisher));
  return again();
}

/** A draft of the author's with text A, over a lesson that has one published version: where every path of the model begins. */
async function begin(): Promise<Draft> {
  const ground = await bring(await aNewLesson(people.third), { writer: people.third, judge: people.reviewer, publisher: people.third, document: texts.A });
  const opened = await openDraft({ courseCode, lessonId: ground.lessonId, locale: 'en' }, circumstances(people.author));
  if (!opened.ok) throw new Error(opened.refusal);
  return theDraft(people.author, opened.value.draftId);
}

async function expectReplay(draft: Draft): Promise<void> {
  const replayed = replayPublication(await listPublicationEvents(db, draft.draftId));
  expect(replayed).toEqual({ ...draft.publication, revision: draft.revision });
}

/** What a refusal must leave as it was. */
async function trace(draft: Draft) {
  return { row: await theDraft(people.author, draft.draftId), events: (await listPublicationEvents(db, draft.draftId)).length };
}

describe('the publication machine through the real commands', () => {
  test('every place of the model is reached, the record gives the row, and what the model refuses leaves no trace', async () => {
    const paths = getShortestPaths(publicationMachine, {
      input: { authorId: people.author.id, documentHash: hashes.A, baseLessonVersionId: 'lev_1' },
      events: ({ context }) => deeds.filter((deed) => isHappening(deed, context)).map(eventOf),
      serializeState: ({ value, context }) => JSON.stringify([value, context.writers, context.documentHash, context.submitted, context.approved]),
      limit: 5000,
    });
    const places = new Set(paths.map(({ state }) => state.value));
    expect([...places].sort()).toEqual(['approved', 'changesRequested', 'draft', 'inReview', 'published', 'superseded', 'withdrawn']);

    for (const { steps, state } of paths) {
      let draft = await begin();
      for (const { event } of steps) {
        const deed = deeds.find((candidate) => JSON.stringify(eventOf(candidate)) === JSON.stringify(event));
        if (!deed) continue;
        expect(await perform(deed, draft), `${deed.type} by the ${deed.who}`).toBe(true);
        draft = await theDraft(people.author, draft.draftId);
      }
      expect(draft.publication.state).toBe(state.value);
      expect(draft.publication.context).toEqual({ ...state.context, baseLessonVersionId: draft.publication.context.baseLessonVersionId });
      await expectReplay(draft);
      const before = await trace(draft);
      for (const deed of deeds.filter((candidate) => isHappening(candidate, draft.publication.context) && !nextPublication(draft.publication, eventOf(candidate)))) {
        expect(await perform(deed, draft), `${deed.type} by the ${deed.who} with text ${deed.text} in ${draft.publication.state}`).toBe(false);
      }
      expect(await trace(draft)).toEqual(before);
    }
  }, 600_000);

  test('whatever anybody tries in whatever order, the revision rises by one with each success and the record gives the row', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...deeds.filter(({ type }) => type !== 'SUPERSEDE')), { minLength: 4, maxLength: 12 }), async (attempts) => {
        let draft = await begin();
        for (const deed of attempts) {
          const expected = nextPublication(draft.publication, eventOf(deed)) !== null;
          const happened = (await perform(deed, draft)) && isHappening(deed, draft.publication.context);
          const after = await theDraft(people.author, draft.draftId);
          expect(happened).toBe(expected && isHappening(deed, draft.publication.context));
          expect(after.revision).toBe(draft.revision + (happened ? 1 : 0));
          draft = after;
        }
        await expectReplay(draft);
      }),
      { numRuns: 12 },
    );
  }, 300_000);

  test('of two approvals at the same moment one counts', async () => {
    const draft = await begin();
    await submitForReview(seen(draft), circumstances(people.author));
    const submitted = await theDraft(people.author, draft.draftId);
    const results = await Promise.all([approveDraft(seen(submitted), circumstances(people.reviewer)), approveDraft(seen(submitted), circumstances(people.third))]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    await expectReplay(await theDraft(people.author, draft.draftId));
  });
});
