import { beforeAll, describe, expect, test } from 'vitest';
import { aContentFolder, smallCourse } from '../../../tests/support/a-content-folder';
import { aPerson, type APerson } from '../../../tests/support/a-person';
import { anAdministration } from '../../../tests/support/an-administration';
import { useDatabase } from '../../../tests/support/database';
import { statementsOf } from '../../../tests/support/statements';
import { loadContent } from '~/content/commands/load-content.server';
import { publishLessonVersion } from '~/content/commands/publish-lesson-version.server';
import type { RichTextJson } from '~/content/core/item';
import { publishedCourse } from '~/content/queries/published-course.server';
import { documentHashOf } from '~/content/rich-text/check-document';
import type { AdministrationId } from '~/kernel/ids';
import { courseToContinue } from '~/learning/core/catalogue';
import { practiceInAddress } from '~/learning/core/practice-address';
import { catalogue } from '~/learning/queries/catalogue.server';
import { coursePage } from '~/learning/queries/course-page.server';
import { lessonPage, lessonToShow } from '~/learning/queries/lesson-page.server';
import { db, withTransaction } from '~/platform/db.server';
import { newId } from '~/platform/random.server';
import { markLessonRead } from './mark-lesson-read.server';
import { startCourse } from './start-course.server';
import { takeNewestEdition } from './take-newest-edition.server';

const { sql } = useDatabase();
const now = new Date('2026-11-24T08:00:00Z');
const later = new Date('2026-11-25T08:00:00Z');
const first = { course: 'seals', module: 'reading', lesson: 'first' };
const second = { ...first, lesson: 'second' };
let administrationId: AdministrationId;
let trainee: APerson;

beforeAll(async () => {
  administrationId = (await anAdministration()).id;
  trainee = await aPerson({ administrationId });
  await loadContent({ folder: aContentFolder(), now });
}, 120_000);

async function open(person: APerson, { address = first, locale = 'en', query = '' }: { address?: typeof first; locale?: 'en' | 'fr'; query?: string } = {}) {
  const shown = await lessonToShow(db, { address, personId: person.id });
  return shown && lessonPage(db, { shown, wished: locale, given: practiceInAddress(new URLSearchParams(query)) });
}

async function read(person: APerson, address = first) {
  const page = await open(person, { address });
  if (!page) throw new Error('There is no such lesson');
  const ids = { courseVersionId: page.courseVersionId, lessonVersionId: page.lessonVersionId } as Pick<Parameters<typeof markLessonRead>[0], 'courseVersionId' | 'lessonVersionId'>;
  return markLessonRead({ address, ...ids }, { actor: person.actor, now });
}

async function publishFromStudio(words: string) {
  const document: RichTextJson = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] };
  const lesson = { courseId: smallCourse.course, lessonId: smallCourse.secondLesson, moduleCode: 'reading', slug: 'second', locale: 'en', title: 'Papers', summary: 'New.' } as const;
  await withTransaction('publish', (tx) => publishLessonVersion(tx, { ...lesson, document, approvedHash: documentHashOf(document), approvedBy: newId('person'), actor: { id: 'system', role: 'system' }, now }));
}

test('a lesson page costs three statements at most, the session among them, also the first time it is read', async () => {
  await startCourse('seals', { actor: trainee.actor, now });
  const cold = await statementsOf(() => open(trainee));
  const warm = await statementsOf(() => open(trainee));
  const answered = await statementsOf(() => open(trainee, { query: 'st-p-seals-01=b' }));
  expect([cold.length, warm.length, answered.length].map((count) => count + 1)).toEqual([3, 2, 3]);
});

describe('a lesson', () => {
  test('shows its document, sources and words in the wished language', async () => {
    const page = await open(trainee, { locale: 'fr' });
    expect(page).toMatchObject({ title: 'Scellés', spoken: 'fr', missing: false, nationalLaw: true, position: 1, total: 2, previous: null, next: { address: '/courses/seals/reading/second' } });
    expect(page?.parts.map((part) => (part.kind === 'html' ? part.html : part.code)).join('')).toContain('Ce qu’un scellé dit');
    expect(page?.sources).toMatchObject([{ id: 'manual', number: 1, checked: '2026-01' }]);
    expect(page?.terms).toMatchObject([{ id: 'seal', term: 'Seal (fr).' }]);
  });

  test('carries no key before a question is answered, and the reasons for every option after', async () => {
    const before = await open(trainee);
    expect(JSON.stringify(before)).not.toMatch(/It would be lost|"right"/);
    const after = await open(trainee, { query: 'st-p-seals-01=a' });
    expect(after?.practice[0]?.answer).toMatchObject({ chosen: ['a'], verdict: 'wrong', why: [{ option: 'a', right: false }, { option: 'b', right: true, words: 'Right en' }, { option: 'c', right: false }] });
  });

  test('takes no option that is not there, and asks for one when none was chosen', async () => {
    const page = await open(trainee, { query: 'st-p-seals-01=z&st-p-seals-01=&st-e-seals-01=b&asked=st-p-seals-01' });
    expect(page?.practice).toMatchObject([{ code: 'st-p-seals-01', answer: null, chooseFirst: true }]);
  });

  test.each([['other', 'reading', 'first'], ['seals', 'other', 'first'], ['seals', 'reading', 'other'], ['seals', 'reading', "first' OR 1=1"], ['SEALS', 'reading', 'first'], ['', '', '']])(
    'is not at %s/%s/%s', async (course, module, lesson) => {
      expect(await open(trainee, { address: { course, module, lesson } })).toBeNull();
    },
  );
});

describe('progress', () => {
  test('begins with the first lesson that is read, and leads on to the next', async () => {
    const person = await aPerson({ administrationId });
    expect(await coursePage(db, { code: 'seals', personId: person.id, locale: 'en' })).toMatchObject({ progress: null });
    expect(await read(person)).toEqual({ ok: true, value: { continueAt: '/courses/seals/reading/second' } });
    expect(await coursePage(db, { code: 'seals', personId: person.id, locale: 'en' })).toMatchObject({ progress: { read: 1, total: 2, minutesLeft: 5 }, continueAt: '/courses/seals/reading/second' });
    expect(await read(person, second)).toEqual({ ok: true, value: { continueAt: '/courses/seals#assessment' } });
    const courses = await catalogue(db, { personId: person.id, locale: 'en' });
    expect(courseToContinue(courses)?.progress).toMatchObject({ read: 2, total: 2, next: null, assessment: 'seals' });
  });

  test('marking a lesson twice changes nothing', async () => {
    const person = await aPerson({ administrationId });
    await read(person);
    const before = await sql(`SELECT reading.* FROM "LessonReading" reading JOIN "Enrolment" enrolment ON enrolment.id = reading."enrolmentId" WHERE enrolment."personId" = $1`, [person.id]);
    await read(person);
    expect(await sql(`SELECT reading.* FROM "LessonReading" reading JOIN "Enrolment" enrolment ON enrolment.id = reading."enrolmentId" WHERE enrolment."personId" = $1`, [person.id])).toEqual(before);
    expect(before).toHaveLength(1);
  });

  test('a forged edition or version is refused and leaves no trace', async () => {
    const person = await aPerson({ administrationId });
    const page = (await open(person))!;
    const other = (await open(person, { address: second }))!;
    const given = (courseVersionId: string, lessonVersionId: string) => ({ address: first, courseVersionId, lessonVersionId }) as Parameters<typeof markLessonRead>[0];
    for (const forged of [given(newId('courseVersion'), page.lessonVersionId), given(page.courseVersionId, newId('lessonVersion')), given(page.courseVersionId, other.lessonVersionId)]) {
      expect(await markLessonRead(forged, { actor: person.actor, now })).toEqual({ ok: false, refusal: 'lesson-unknown' });
    }
    expect(await sql(`SELECT 1 FROM "Enrolment" WHERE "personId" = $1`, [person.id])).toEqual([]);
  });
});

describe('editions', () => {
  test('whoever is in the middle finishes on the old edition; who comes new gets the new one', async () => {
    const inTheMiddle = await aPerson({ administrationId });
    await read(inTheMiddle);
    const before = await open(inTheMiddle, { address: second });
    await publishFromStudio('The new words on papers.');
    const after = await open(inTheMiddle, { address: second });
    expect(after?.parts).toEqual(before?.parts);
    expect(after?.courseVersionId).toBe(before?.courseVersionId);
    expect(await coursePage(db, { code: 'seals', personId: inTheMiddle.id, locale: 'en' })).toMatchObject({ edition: { number: 1, newerIsOut: true } });
    const newcomer = await aPerson({ administrationId });
    expect(JSON.stringify((await open(newcomer, { address: second }))?.parts)).toContain('The new words on papers.');
    await startCourse('seals', { actor: newcomer.actor, now: later });
    expect(await coursePage(db, { code: 'seals', personId: newcomer.id, locale: 'en' })).toMatchObject({ edition: { number: 2, newerIsOut: false } });
    await startCourse('seals', { actor: inTheMiddle.actor, now: later });
    expect((await open(inTheMiddle, { address: second }))?.courseVersionId).toBe(before?.courseVersionId);
  });

  test('a trainee may go on in the newest edition by their own choice, and what was read stays read', async () => {
    const person = await aPerson({ administrationId });
    await read(person);
    await publishFromStudio('Still newer words.');
    const newest = await publishedCourse(db, 'seals');
    expect(await takeNewestEdition('seals', { actor: person.actor, now })).toEqual({ ok: true, value: { courseVersionId: newest?.id } });
    expect(await coursePage(db, { code: 'seals', personId: person.id, locale: 'en' })).toMatchObject({ edition: { newerIsOut: false }, progress: { read: 1 } });
  });

  test('nobody goes on in a course that they are not on, or that is not there', async () => {
    const person = await aPerson({ administrationId });
    expect(await takeNewestEdition('seals', { actor: person.actor, now })).toEqual({ ok: false, refusal: 'not-on-course' });
    expect(await takeNewestEdition('other', { actor: person.actor, now })).toEqual({ ok: false, refusal: 'course-unknown' });
    expect(await startCourse('other', { actor: person.actor, now })).toEqual({ ok: false, refusal: 'course-unknown' });
  });

  test('a lesson that is missing in the wished language is shown in the one there is, and says so', async () => {
    const lessonId = '77777777-7777-4777-8777-777777777777';
    const document: RichTextJson = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Weigh it.' }] }] };
    const lesson = { courseId: smallCourse.course, lessonId, moduleCode: 'reading', slug: 'weight', locale: 'en', title: 'Weight', summary: 'Weigh.', document, approvedHash: documentHashOf(document) } as const;
    await withTransaction('publish', (tx) => publishLessonVersion(tx, { ...lesson, approvedBy: newId('person'), actor: { id: 'system', role: 'system' }, now }));
    const person = await aPerson({ administrationId });
    const page = await open(person, { address: { ...first, lesson: 'weight' }, locale: 'fr' });
    expect(page).toMatchObject({ title: 'Weight', spoken: 'en', missing: true });
    expect(page?.module.lessons.find(({ title }) => title === 'Weight')?.lang).toBe('en');
  });
});
