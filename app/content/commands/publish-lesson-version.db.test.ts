import { beforeAll, describe, expect, test } from 'vitest';
import { aContentFolder, replacing, smallCourse } from '../../../tests/support/a-content-folder';
import { useDatabase } from '../../../tests/support/database';
import type { RichTextJson } from '~/content/core/item';
import { publishedCourse } from '~/content/queries/published-course.server';
import { documentHashOf } from '~/content/rich-text/check-document';
import { lessonVersion } from '~/content/queries/lesson-version.server';
import { db, withTransaction } from '~/platform/db.server';
import { newId } from '~/platform/random.server';
import { loadContent } from './load-content.server';
import { type LessonToPublish, publishLessonVersion } from './publish-lesson-version.server';

const { sql } = useDatabase();
const now = new Date('2026-11-24T08:00:00Z');
const author = newId('person');
const reviewer = newId('person');

const document = (words: string): RichTextJson => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] });

function aLesson(words: string, changes: Partial<LessonToPublish> = {}): LessonToPublish {
  return {
    courseId: smallCourse.course, lessonId: smallCourse.secondLesson, moduleCode: 'reading', slug: 'second', locale: 'en', title: 'Papers, again', summary: 'Better.',
    document: document(words), approvedHash: documentHashOf(document(words)), approvedBy: reviewer, actor: { id: author, role: 'instructor' }, now, ...changes,
  };
}
const publish = (lesson: LessonToPublish) => withTransaction('publish', (tx) => publishLessonVersion(tx, lesson));
const edition = async () => (await publishedCourse(db, 'seals'))!;
const lessonsOf = async () => (await edition()).document.modules[0]!.lessons;

beforeAll(async () => {
  await withTransaction('people', async (tx) => {
    for (const id of [author, reviewer]) await tx.person.create({ data: { id, email: `${id}@customs.example`, name: 'Ada', createdAt: now } });
  });
  await loadContent({ folder: aContentFolder(), now });
}, 120_000);

describe('publishing from the studio', () => {
  test('makes a new lesson version and a new edition that pins it, both in the ledger', async () => {
    const before = await edition();
    const result = await publish(aLesson('Compare number and weight.'));
    if (!result.ok) throw new Error(result.refusal);
    const after = await edition();
    expect(after.number).toBe(before.number + 1);
    expect(after.id).toBe(result.value.courseVersionId);
    expect((await lessonsOf())[1]?.versions.en).toMatchObject({ versionId: result.value.lessonVersionId, title: 'Papers, again' });
    expect((await lessonsOf())[1]?.versions.fr).toEqual(before.document.modules[0]?.lessons[1]?.versions.fr);
    const version = await lessonVersion(db, result.value.lessonVersionId);
    expect(version).toMatchObject({ number: 2, publishedBy: author, approvedBy: reviewer });
    const entries = await sql(`SELECT "actorId" FROM "LedgerEntry" WHERE "subjectId" = ANY($1) AND "actorId" = $2`, [[smallCourse.secondLesson, smallCourse.course], author]);
    expect(entries).toHaveLength(2);
  });

  test('an unchanged file does not overwrite what the studio published', async () => {
    const before = await edition();
    await loadContent({ folder: aContentFolder(replacing('glossary/seals.yaml', '- id', '# touched\n- id')), now });
    expect(await edition()).toEqual(before);
  });

  test('a change elsewhere in the files keeps it too', async () => {
    await loadContent({ folder: aContentFolder(replacing('courses/seals/course.yaml', 'What a seal says.', 'What a seal tells.')), now });
    expect((await edition()).document.summary.en).toBe('What a seal tells.');
    expect((await lessonsOf())[1]?.versions.en?.title).toBe('Papers, again');
  });

  test('a changed file becomes a version after it, and rewrites nothing', async () => {
    const studio = (await lessonsOf())[1]!.versions.en!;
    await loadContent({ folder: aContentFolder(replacing('courses/seals/modules/01-reading/lessons/02-second.en.md', 'Compare the', 'Always compare the')), now });
    const pin = (await lessonsOf())[1]!.versions.en!;
    expect(await lessonVersion(db, pin.versionId)).toMatchObject({ number: 3, publishedBy: 'system' });
    expect(await lessonVersion(db, studio.versionId)).toMatchObject({ number: 2, title: 'Papers, again' });
  });

  test('a new lesson in one language joins the course and stays through loads', async () => {
    const lessonId = '77777777-7777-4777-8777-777777777777';
    const result = await publish(aLesson('Weigh it.', { lessonId, slug: 'weight', title: 'Weight' }));
    expect(result.ok).toBe(true);
    await loadContent({ folder: aContentFolder(), now });
    const lesson = (await lessonsOf()).find(({ id }) => id === lessonId);
    expect(lesson).toMatchObject({ slug: 'weight', origin: 'studio', versions: { en: { title: 'Weight' } } });
    expect(lesson?.versions.fr).toBeUndefined();
  });

  test.each<[string, Partial<LessonToPublish>, string]>([
    ['a course that is not there', { courseId: '00000000-0000-4000-8000-000000000000' }, 'course-unknown'],
    ['a module that is not there', { lessonId: '88888888-8888-4888-8888-888888888888', moduleCode: 'other' }, 'module-unknown'],
    ['an address that is taken', { lessonId: '88888888-8888-4888-8888-888888888888', slug: 'first' }, 'lesson-address-taken'],
    ['another document than was approved', { document: document('Something else.') }, 'document-changed'],
    ['a document that the gate refuses', { document: { type: 'doc', content: [{ type: 'practice', attrs: { item: 'st-e-seals-01' } }] } }, 'document-item-unknown'],
  ])('%s is refused and leaves no trace', async (_name, changes, refusal) => {
    const before = await edition();
    expect(await publish(aLesson('Words.', changes))).toEqual({ ok: false, refusal });
    expect(await edition()).toEqual(before);
  });
});
