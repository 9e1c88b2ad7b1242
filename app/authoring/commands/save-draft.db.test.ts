import { beforeAll, describe, expect, test } from 'vitest';
import { aDraft, aNewLesson, aStudio, at, courseCode, paragraphs, publishedLesson, seen, theDraft } from '../../../tests/support/a-draft';
import type { APerson } from '../../../tests/support/a-person';
import { useDatabase } from '../../../tests/support/database';
import { lessonDifference } from '~/authoring/core/lesson-difference';
import type { Draft } from '~/authoring/core/draft';
import { listPublicationEvents } from '~/authoring/store/publication-events.server';
import { conflictBody, savedBody } from '~/authoring/queries/save-bodies.server';
import type { RichTextJson } from '~/content/core/item';
import { db } from '~/platform/db.server';
import { keepOwnCopy } from './keep-own-copy.server';
import { openDraft, startLesson } from './open-draft.server';
import { requestChanges, submitForReview } from './review-draft.server';
import { saveDraft } from './save-draft.server';

const { sql } = useDatabase();
let people: Awaited<ReturnType<typeof aStudio>>;

beforeAll(async () => {
  people = await aStudio();
});

const as = (person: APerson, minutes = 5) => ({ actor: person.actor, now: at(minutes) });
const words = (draft: Draft, document: unknown, title = 'Seals') => ({ draftId: draft.draftId, revision: draft.revision, title, summary: 'What a seal proves.', document });

/** Everything that stands in the studio's tables: what a refusal must leave as it was. */
const everything = () => sql(`SELECT (SELECT json_agg(d ORDER BY id) FROM "Draft" d) AS drafts, (SELECT count(*) FROM "PublicationEvent") AS events`);

describe('writing', () => {
  test('a lesson that is opened begins with the words that readers see', async () => {
    const draft = await aDraft(people.author);
    const { lesson } = await publishedLesson();
    expect(draft).toMatchObject({ title: lesson.versions.en?.title, documentHash: lesson.versions.en?.documentHash, revision: 1 });
    expect(draft.publication.context.baseLessonVersionId).toBe(lesson.versions.en?.versionId);
  });

  test('two instructors of an administration who open the same lesson meet in the same draft', async () => {
    const first = await aDraft(people.author);
    const second = await aDraft(people.reviewer);
    expect(second.draftId).toBe(first.draftId);
  });

  test('a save raises the revision by one and is recorded', async () => {
    const draft = await aNewLesson(people.author);
    const saved = await saveDraft(words(draft, paragraphs('A seal proves who closed the door.')), as(people.author));
    expect(saved).toMatchObject({ ok: true, value: { revision: 2, title: 'Seals' } });
    const events = await listPublicationEvents(db, draft.draftId);
    expect(events.map(({ sequence, type, actorId }) => ({ sequence, type, actorId }))).toEqual([
      { sequence: 1, type: 'OPEN', actorId: people.author.id },
      { sequence: 2, type: 'SAVE', actorId: people.author.id },
    ]);
  });

  test('a save that arrives twice, because its receipt was lost, counts once', async () => {
    const draft = await aNewLesson(people.author);
    const command = words(draft, paragraphs('Once.'));
    await saveDraft(command, as(people.author));
    expect(await saveDraft(command, as(people.author, 6))).toMatchObject({ ok: true, value: { revision: 2 } });
    expect(await listPublicationEvents(db, draft.draftId)).toHaveLength(2);
  });

  test('every heading leaves the gate with an id, and the receipt brings it to the editor', async () => {
    const draft = await aNewLesson(people.author);
    const sent = { type: 'doc', content: [{ type: 'heading', attrs: { level: 2, id: null }, content: [{ type: 'text', text: 'Why seals' }] }] };
    const saved = await saveDraft(words(draft, sent), as(people.author));
    if (!saved.ok) throw new Error(saved.refusal);
    expect(savedBody(saved.value, sent).document?.content?.[0]?.attrs).toMatchObject({ id: 's-why-seals' });
    expect(savedBody(saved.value, saved.value.document).document).toBeNull();
  });
});

describe('two people write at once', () => {
  test('the later save is refused and brings both texts back whole', async () => {
    const draft = await aNewLesson(people.author);
    await saveDraft(words(draft, paragraphs('Theirs.')), as(people.reviewer, 7));
    const refused = await saveDraft(words(draft, paragraphs('Mine.'), 'My seals'), as(people.author, 8));
    if (refused.ok || refused.refusal !== 'draft-out-of-date') throw new Error('The second save went through');
    expect(await conflictBody(db, refused)).toEqual({
      refusal: 'draft-out-of-date',
      yours: { title: 'My seals', summary: 'What a seal proves.', document: paragraphs('Mine.') },
      theirs: { revision: 2, title: 'Seals', summary: 'What a seal proves.', document: paragraphs('Theirs.'), by: people.reviewer.name, at: at(7).toISOString() },
    });
    expect((await theDraft(people.author, draft.draftId)).document).toEqual(paragraphs('Theirs.'));
  });

  test('of two saves at the same moment exactly one wins', async () => {
    const draft = await aNewLesson(people.author);
    const results = await Promise.all([
      saveDraft(words(draft, paragraphs('One.')), as(people.author)),
      saveDraft(words(draft, paragraphs('Two.')), as(people.reviewer)),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await theDraft(people.author, draft.draftId)).revision).toBe(2);
  });

  test('who saves over somebody else’s words leaves them in the record', async () => {
    const draft = await aNewLesson(people.author);
    await saveDraft(words(draft, paragraphs('Theirs.')), as(people.reviewer));
    await saveDraft(words({ ...draft, revision: 2 }, paragraphs('Mine.')), as(people.author));
    const [, , last] = await listPublicationEvents(db, draft.draftId);
    expect(last?.snapshot.replaced).toEqual({ title: 'Seals', summary: 'What a seal proves.', document: paragraphs('Theirs.') });
  });

  test('a writer can keep their own text as a draft beside the other', async () => {
    const draft = await aNewLesson(people.author);
    const kept = await keepOwnCopy(words(draft, paragraphs('Mine.')), as(people.author));
    if (!kept.ok) throw new Error(kept.refusal);
    const copy = await theDraft(people.author, kept.value.draftId);
    expect(copy).toMatchObject({ lessonId: draft.lessonId, locale: 'en', document: paragraphs('Mine.'), revision: 1 });
    expect(copy.draftId).not.toBe(draft.draftId);
  });
});

describe('the gate', () => {
  const linked = (href: string): RichTextJson => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] }] }] });
  const figure = (attrs: object) => ({ type: 'doc', content: [{ type: 'figure', attrs: { mediaCode: 'no-such-figure', alt: 'x', caption: '', ...attrs } }] });
  const nested = (depth: number): RichTextJson => (depth === 0 ? { type: 'paragraph' } : { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }, nested(depth - 1)] }] });

  test.each<[string, unknown, string]>([
    ['a link to javascript:', linked('javascript:alert(1)'), 'document-address-refused'],
    ['a link that hides its scheme', linked(' java\tscript:alert(1)'), 'document-address-refused'],
    ['a figure that the course does not have', figure({}), 'document-media-unknown'],
    ['a figure without words for those who cannot see it', figure({ alt: ' ' }), 'document-alt-missing'],
    ['a practice question that the course does not have', { type: 'doc', content: [{ type: 'practice', attrs: { item: 'pw-e-entries-01' } }] }, 'document-item-unknown'],
    ['lists in lists without end', { type: 'doc', content: [nested(40)] }, 'document-too-deep'],
    ['a lesson of megabytes', paragraphs('x'.repeat(600_000)), 'document-too-large'],
    ['a node that nobody knows', { type: 'doc', content: [{ type: 'iframe', attrs: { src: 'https://elsewhere.example' } }] }, 'document-malformed'],
    ['something that is no document', 'Hello', 'document-malformed'],
    ['nothing', null, 'document-malformed'],
  ])('%s is refused and leaves no trace', async (_, document, refusal) => {
    const draft = await aNewLesson(people.author);
    const before = await everything();
    expect(await saveDraft(words(draft, document), as(people.author))).toEqual({ ok: false, refusal });
    expect(await everything()).toEqual(before);
  });
});

describe('who may write', () => {
  test('to another administration the draft does not exist', async () => {
    const draft = await aNewLesson(people.author);
    const before = await everything();
    expect(await saveDraft(words(draft, paragraphs('Hello.')), as(people.elsewhere))).toEqual({ ok: false, refusal: 'draft-unknown' });
    expect(await keepOwnCopy(words(draft, paragraphs('Hello.')), as(people.elsewhere))).toEqual({ ok: false, refusal: 'draft-unknown' });
    expect(await submitForReview(seen(draft), as(people.elsewhere))).toEqual({ ok: false, refusal: 'draft-unknown' });
    expect(await everything()).toEqual(before);
  });

  test('another administration that opens the lesson has a draft of its own', async () => {
    const ours = await aDraft(people.author);
    const theirs = await aDraft(people.elsewhere);
    expect(theirs.draftId).not.toBe(ours.draftId);
  });

  test('nobody writes while the draft is reviewed, and the writer answers a request for changes by writing', async () => {
    const draft = await aNewLesson(people.author);
    await saveDraft(words(draft, paragraphs('One.')), as(people.author));
    await submitForReview(seen(await theDraft(people.author, draft.draftId)), as(people.author));
    const inReview = await theDraft(people.author, draft.draftId);
    expect(await saveDraft(words(inReview, paragraphs('Two.')), as(people.author))).toEqual({ ok: false, refusal: 'draft-in-review' });
    await requestChanges(seen(inReview, 'Name the convention.'), as(people.reviewer));
    const asked = await theDraft(people.author, draft.draftId);
    expect(await saveDraft(words(asked, paragraphs('Two.')), as(people.author))).toMatchObject({ ok: true, value: { publication: { state: 'draft' } } });
  });
});

describe('opening', () => {
  test('a language that is missing begins with the text of the other, without a base', async () => {
    const { course, lesson } = await publishedLesson();
    const withoutFrench = { ...course.document, modules: course.document.modules.map((module) => ({ ...module, lessons: module.lessons.map((one) => (one.id === lesson.id ? { ...one, versions: { en: one.versions.en } } : one)) })) };
    await sql(`INSERT INTO "CourseVersion" (id, "courseId", number, hash, document, "publishedAt", "publishedBy") VALUES ($1, $2, $3, 'without-french', $4, now(), 'system')`, [
      `cov_${'0'.repeat(26)}`, course.courseId, course.number + 1, JSON.stringify(withoutFrench),
    ]);
    const opened = await openDraft({ courseCode, lessonId: lesson.id, locale: 'fr' }, as(people.third));
    if (!opened.ok) throw new Error(opened.refusal);
    const draft = await theDraft(people.third, opened.value.draftId);
    expect(draft).toMatchObject({ locale: 'fr', title: lesson.versions.en?.title });
    expect(draft.publication.context.baseLessonVersionId).toBeNull();
    expect(lessonDifference(draft, draft).changed).toBe(0);
  });

  test('an address that another lesson has, or another draft wants, is refused', async () => {
    const { module, lesson } = await publishedLesson();
    const start = (slug: string) => startLesson({ courseCode, moduleCode: module.code, locale: 'en', title: 'Seals', slug }, as(people.author));
    expect(await start(lesson.slug)).toEqual({ ok: false, refusal: 'address-taken' });
    expect((await start('wanted-by-two')).ok).toBe(true);
    expect(await start('wanted-by-two')).toEqual({ ok: false, refusal: 'address-taken' });
  });

  test('a lesson or course that is not there is not opened', async () => {
    const circumstances = as(people.author);
    expect(await openDraft({ courseCode, lessonId: 'no-lesson', locale: 'en' }, circumstances)).toEqual({ ok: false, refusal: 'lesson-unknown' });
    expect(await openDraft({ courseCode: '../etc', lessonId: 'x', locale: 'en' }, circumstances)).toEqual({ ok: false, refusal: 'lesson-unknown' });
    expect(await startLesson({ courseCode, moduleCode: 'none', locale: 'en', title: 'x', slug: '' }, circumstances)).toEqual({ ok: false, refusal: 'module-unknown' });
  });
});
