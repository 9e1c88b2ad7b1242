import { beforeAll, describe, expect, test } from 'vitest';
import { aDraft, aNewLesson, aStudio, at, courseCode, paragraphs, publishedLesson, seen, theDraft } from '../../../tests/support/a-draft';
import type { APerson } from '../../../tests/support/a-person';
import { useDatabase } from '../../../tests/support/database';
import type { Draft } from '~/authoring/core/draft';
import { reviewPage } from '~/authoring/queries/review-page.server';
import { studioCourse } from '~/authoring/queries/studio-course.server';
import { studioHome } from '~/authoring/queries/studio-home.server';
import { lessonsInOrder } from '~/content/core/course-document';
import { lessonVersion } from '~/content/queries/lesson-version.server';
import { courseVersion, publishedCourse } from '~/content/queries/published-course.server';
import { db } from '~/platform/db.server';
import { catchUpDraft } from './catch-up-draft.server';
import { keepOwnCopy } from './keep-own-copy.server';
import { publishDraft } from './publish-draft.server';
import { approveDraft, requestChanges, submitForReview, takeBackDraft } from './review-draft.server';
import { saveDraft } from './save-draft.server';
import { withdrawDraft } from './withdraw-draft.server';
import { withdrawPublished } from './withdraw-published.server';

const { sql } = useDatabase();
let people: Awaited<ReturnType<typeof aStudio>>;

beforeAll(async () => {
  people = await aStudio();
});

const as = (person: APerson, minutes = 5) => ({ actor: person.actor, now: at(minutes) });
const everything = () => sql(`SELECT (SELECT json_agg(d ORDER BY id) FROM "Draft" d) AS drafts, (SELECT count(*) FROM "PublicationEvent") AS events,
  (SELECT count(*) FROM "LessonVersion") AS lessons, (SELECT count(*) FROM "CourseVersion") AS courses, (SELECT count(*) FROM "LedgerEntry") AS entries`);

async function must<Value>(result: Promise<{ ok: true; value: Value } | { ok: false; refusal: string }>): Promise<Value> {
  const outcome = await result;
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value;
}

async function write(draft: Draft, ...texts: string[]): Promise<Draft> {
  return must(saveDraft({ draftId: draft.draftId, revision: draft.revision, title: 'Seals', summary: 'What a seal proves.', document: paragraphs(...texts) }, as(people.author)));
}

async function approved(draft: Draft, ...texts: string[]): Promise<Draft> {
  const written = await write(draft, ...texts);
  const submitted = await must(submitForReview(seen(written), as(people.author)));
  return must(approveDraft(seen(submitted), as(people.reviewer)));
}

const placed = async (lessonId: string) => lessonsInOrder((await publishedCourse(db, courseCode))!.document).find(({ lesson }) => lesson.id === lessonId) ?? null;

describe('publishing', () => {
  test('an approved draft becomes a new version of its lesson in a new edition, and the old edition stays as it was', async () => {
    const before = await publishedLesson();
    const draft = await approved(await aDraft(people.author), 'Three entries, one order.');
    const published = await must(publishDraft(seen(draft), as(people.third, 30)));
    expect(published).toMatchObject({ publication: { state: 'published' } });
    const after = await publishedLesson();
    expect(after.course.number).toBe(before.course.number + 1);
    expect(after.lesson.versions.en?.versionId).toBe(published.publishedVersionId);
    expect(after.lesson.versions.fr).toEqual(before.lesson.versions.fr);
    expect((await courseVersion(db, before.course.id))?.document).toEqual(before.course.document);
    expect(await lessonVersion(db, published.publishedVersionId!)).toMatchObject({
      documentHash: draft.documentHash, document: paragraphs('Three entries, one order.'), publishedBy: people.third.id, approvedBy: people.reviewer.id, publishedAt: at(30),
    });
    const entries = await sql(`SELECT type FROM "LedgerEntry" WHERE "subjectId" = $1 AND "actorId" = $2`, [draft.lessonId, people.third.id]);
    expect(entries).toEqual([{ type: 'version-published' }]);
  });

  test('a new lesson joins its module only when it is published', async () => {
    const draft = await approved(await aNewLesson(people.author), 'A new lesson.');
    expect(await placed(draft.lessonId)).toBeNull();
    await must(publishDraft(seen(draft), as(people.author)));
    expect(await placed(draft.lessonId)).toMatchObject({ module: { code: draft.moduleCode }, lesson: { slug: draft.slug, origin: 'studio' } });
  });

  test('the next version of a lesson supersedes the draft of the one before', async () => {
    const first = await must(publishDraft(seen(await approved(await aNewLesson(people.author), 'First.')), as(people.author)));
    const copy = await must(keepOwnCopy({ draftId: first.draftId, title: 'Seals', summary: 'x', document: paragraphs('x') }, as(people.author)));
    const second = await approved(await must(catchUpDraft(seen(await theDraft(people.author, copy.draftId)), as(people.author))), 'Second.');
    await must(publishDraft(seen(second), as(people.author)));
    expect((await theDraft(people.author, first.draftId)).publication.state).toBe('superseded');
  });
});

describe('the second pair of eyes', () => {
  test('nobody approves their own words, nor a text they helped to write', async () => {
    const written = await write(await aNewLesson(people.author), 'Mine.');
    const helped = await must(saveDraft({ draftId: written.draftId, revision: written.revision, title: 'Seals', summary: 'x', document: paragraphs('Ours.') }, as(people.reviewer)));
    const submitted = await must(submitForReview(seen(helped), as(people.author)));
    const before = await everything();
    for (const writer of [people.author, people.reviewer]) {
      expect(await approveDraft(seen(submitted), as(writer))).toEqual({ ok: false, refusal: 'approver-is-author' });
    }
    expect(await everything()).toEqual(before);
    expect(await approveDraft(seen(submitted), as(people.third))).toMatchObject({ ok: true });
  });

  test('an approval of the text as it was before is refused', async () => {
    const old = await must(submitForReview(seen(await write(await aNewLesson(people.author), 'Old.')), as(people.author)));
    const back = await must(takeBackDraft(seen(old), as(people.author)));
    await must(submitForReview(seen(await write(back, 'New.')), as(people.author)));
    const before = await everything();
    expect(await approveDraft(seen(old), as(people.reviewer))).toEqual({ ok: false, refusal: 'document-changed' });
    expect(await everything()).toEqual(before);
  });

  test('an approval of another title over the same document is refused too', async () => {
    const old = await must(submitForReview(seen(await write(await aNewLesson(people.author), 'Same.')), as(people.author)));
    const back = await must(takeBackDraft(seen(old), as(people.author)));
    const retitled = await must(saveDraft({ draftId: back.draftId, revision: back.revision, title: 'Release everything', summary: 'x', document: back.document }, as(people.author)));
    await must(submitForReview(seen(retitled), as(people.author)));
    expect(await approveDraft(seen(old), as(people.reviewer))).toEqual({ ok: false, refusal: 'draft-out-of-date' });
  });

  test('a change after the approval voids it', async () => {
    const draft = await approved(await aNewLesson(people.author), 'Approved.');
    const changed = await write(draft, 'Changed.');
    expect(changed.publication).toMatchObject({ state: 'draft', context: { approved: null } });
    expect(await publishDraft(seen(changed), as(people.author))).toEqual({ ok: false, refusal: 'draft-not-approved' });
    expect(await publishDraft(seen(draft), as(people.author))).toEqual({ ok: false, refusal: 'draft-not-approved' });
  });

  test('a request for changes says what has to change', async () => {
    const submitted = await must(submitForReview(seen(await write(await aNewLesson(people.author), 'Vague.')), as(people.author)));
    expect(await requestChanges(seen(submitted, '  '), as(people.reviewer))).toEqual({ ok: false, refusal: 'comment-missing' });
    await must(requestChanges(seen(submitted, 'Name the article.'), as(people.reviewer)));
    const page = await reviewPage(db, { draftId: submitted.draftId, administrationId: people.author.actor.administrationId, personId: people.author.id, since: null });
    expect(page?.history.at(-1)).toMatchObject({ type: 'REQUEST_CHANGES', by: people.reviewer.name, comment: 'Name the article.' });
  });

  test('a half-written lesson is saved but not submitted', async () => {
    const draft = await aNewLesson(people.author);
    expect(await submitForReview(seen(draft), as(people.author))).toEqual({ ok: false, refusal: 'summary-missing' });
    const empty = await must(saveDraft({ draftId: draft.draftId, revision: 1, title: 'Seals', summary: 'x', document: paragraphs(' ') }, as(people.author)));
    expect(await submitForReview(seen(empty), as(people.author))).toEqual({ ok: false, refusal: 'document-empty' });
  });
});

describe('two drafts of one lesson', () => {
  test('the one that comes second must catch up before it is published, and needs a new approval', async () => {
    const ground = await must(publishDraft(seen(await approved(await aNewLesson(people.author), 'Ground.')), as(people.author)));
    const copyOf = async (text: string) => {
      const { draftId } = await must(keepOwnCopy({ draftId: ground.draftId, title: 'Seals', summary: 'x', document: paragraphs(text) }, as(people.author)));
      return must(catchUpDraft(seen(await theDraft(people.author, draftId)), as(people.author)));
    };
    const [first, second] = [await approved(await copyOf('a'), 'First.'), await approved(await copyOf('b'), 'Second.')];
    await must(publishDraft(seen(first), as(people.author)));
    const before = await everything();
    expect(await publishDraft(seen(second), as(people.author))).toEqual({ ok: false, refusal: 'lesson-moved-on' });
    expect(await everything()).toEqual(before);
    const page = await reviewPage(db, { draftId: second.draftId, administrationId: people.author.actor.administrationId, personId: people.author.id, since: null });
    expect(page).toMatchObject({ movedOn: true, against: { kind: 'published' }, difference: { changed: 0, added: 1, removed: 1 } });
    const caughtUp = await must(catchUpDraft(seen(second), as(people.author)));
    expect(caughtUp.publication).toMatchObject({ state: 'draft', context: { approved: null } });
    expect(await catchUpDraft(seen(caughtUp), as(people.author))).toEqual({ ok: false, refusal: 'lesson-is-newest' });
  });
});

describe('taking back what is published', () => {
  test('readers get the version before it, as a new version', async () => {
    const draft = await approved(await aDraft(people.author, 'fr'), 'Une erreur.');
    const before = (await publishedLesson()).lesson.versions.fr;
    const wrong = await must(publishDraft(seen(draft), as(people.author)));
    const withdrawn = await must(withdrawPublished(seen(wrong, 'The threshold is wrong.'), as(people.third)));
    expect(withdrawn.publication.state).toBe('withdrawn');
    const after = (await publishedLesson()).lesson.versions.fr;
    expect(after).toMatchObject({ documentHash: before?.documentHash, title: before?.title });
    expect(after?.versionId).not.toBe(before?.versionId);
  });

  test('a lesson’s first version has nothing before it', async () => {
    const first = await must(publishDraft(seen(await approved(await aNewLesson(people.author), 'First.')), as(people.author)));
    const before = await everything();
    expect(await withdrawPublished(seen(first), as(people.author))).toEqual({ ok: false, refusal: 'nothing-before-it' });
    expect(await withdrawDraft(seen(first), as(people.author))).toEqual({ ok: false, refusal: 'draft-closed' });
    expect(await everything()).toEqual(before);
  });

  test('a draft that was given up stays, and nobody writes in it', async () => {
    const draft = await aNewLesson(people.author);
    expect(await withdrawDraft(seen(draft), as(people.third))).toEqual({ ok: false, refusal: 'not-your-draft' });
    const given = await must(withdrawDraft(seen(draft), as(people.author)));
    expect(await saveDraft({ draftId: given.draftId, revision: given.revision, title: 'x', summary: 'x', document: paragraphs('x') }, as(people.author))).toEqual({ ok: false, refusal: 'draft-closed' });
  });
});

describe('the studio’s pages', () => {
  test('a submitted draft waits for the others of the administration, not for its writer, and for nobody elsewhere', async () => {
    const submitted = await must(submitForReview(seen(await write(await aNewLesson(people.author), 'Look at me.')), as(people.author)));
    const home = (person: APerson) => studioHome(db, { administrationId: person.actor.administrationId, personId: person.id });
    const isIn = (drafts: readonly { draftId: string }[]) => drafts.some(({ draftId }) => draftId === submitted.draftId);
    expect(isIn((await home(people.third)).waiting)).toBe(true);
    expect(isIn((await home(people.author)).waiting)).toBe(false);
    expect(isIn((await home(people.author)).yours)).toBe(true);
    const elsewhere = await home(people.elsewhere);
    expect(isIn([...elsewhere.waiting, ...elsewhere.yours, ...elsewhere.others, ...elsewhere.finished])).toBe(false);
  });

  test('a translation older than the English text is told as such', async () => {
    const { lesson } = await publishedLesson();
    const shown = async () => {
      const course = await studioCourse(db, { code: courseCode, administrationId: people.author.actor.administrationId, locale: 'fr' });
      return course?.modules.flatMap((module) => module.lessons).find(({ id }) => id === lesson.id);
    };
    const publish = async (locale: 'en' | 'fr', minutes: number) => must(publishDraft(seen(await approved(await aDraft(people.author, locale), `At ${minutes}.`)), as(people.author, minutes)));
    expect((await shown())?.title).toBe(lesson.versions.fr?.title);
    await publish('en', 50);
    expect((await shown())?.layers.map(({ locale, isStale }) => [locale, isStale])).toEqual([['en', false], ['fr', true]]);
    await publish('fr', 55);
    expect((await shown())?.layers.map(({ locale, isStale }) => [locale, isStale])).toEqual([['en', false], ['fr', false]]);
  });

  test('a reviewer can see what changed since their last look', async () => {
    const submitted = await must(submitForReview(seen(await write(await aNewLesson(people.author), 'One.', 'Two.')), as(people.author)));
    const asked = await must(requestChanges(seen(submitted, 'Add the third.'), as(people.reviewer)));
    const again = await must(submitForReview(seen(await write(asked, 'One.', 'Two.', 'Three.')), as(people.author)));
    const wanted = { draftId: again.draftId, administrationId: people.reviewer.actor.administrationId, personId: people.reviewer.id };
    expect(await reviewPage(db, { ...wanted, since: asked.revision })).toMatchObject({ against: { kind: 'step' }, difference: { added: 1, removed: 0, changed: 0 } });
    expect(await reviewPage(db, { ...wanted, since: null })).toMatchObject({ against: { kind: 'nothing' }, difference: { added: 3 } });
    expect(await reviewPage(db, { ...wanted, administrationId: people.elsewhere.actor.administrationId, since: null })).toBeNull();
  });
});
