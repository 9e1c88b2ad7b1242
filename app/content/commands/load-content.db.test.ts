import { beforeAll, describe, expect, test } from 'vitest';
import { aContentFolder, type ContentChange, replacing, smallCourse } from '../../../tests/support/a-content-folder';
import { useDatabase } from '../../../tests/support/database';
import { publishedAssessment } from '~/content/queries/published-assessment.server';
import { publishedCourse } from '~/content/queries/published-course.server';
import { examBank, itemKeys } from '~/content/queries/exam-bank.server';
import { practiceItems, practiceKeys } from '~/content/queries/practice-items.server';
import { mediaByHash } from '~/content/queries/media.server';
import { parseId } from '~/kernel/ids';
import { db } from '~/platform/db.server';
import { describeFaults, loadContent } from './load-content.server';

const { sql } = useDatabase();

const now = new Date('2026-11-24T08:00:00Z');
const second = 'courses/seals/modules/01-reading/lessons/02-second.en.md';
const exam = 'items/seals/st-e-seals-01.yaml';
const changedLesson = replacing(second, 'Compare the', 'Always compare the');
const counts = async () => {
  const [row] = await sql(`SELECT (SELECT count(*)::int FROM "LessonVersion") lessons, (SELECT count(*)::int FROM "ItemVersion") items, (SELECT count(*)::int FROM "CourseVersion") editions,
    (SELECT count(*)::int FROM "AssessmentVersion") assessments, (SELECT count(*)::int FROM "Media") figures, (SELECT count(*)::int FROM "LedgerEntry" WHERE type = 'version-published') published`);
  return row;
};
const edition = async () => {
  const course = await publishedCourse(db, 'seals');
  if (!course) throw new Error('The course is not published');
  return course;
};
async function load(...changes: ContentChange[]) {
  const loaded = await loadContent({ folder: aContentFolder(...changes), now });
  if (!loaded.ok) throw new Error(describeFaults(loaded.faults));
  return loaded;
}

let firstLoad: Awaited<ReturnType<typeof load>>;
beforeAll(async () => {
  firstLoad = await load();
}, 120_000);

describe('loading content', () => {
  test('publishes everything once, each with its entry in the ledger', async () => {
    const { changed, published } = firstLoad;
    expect({ changed, published }).toEqual({ changed: true, published: [{ code: 'seals', lessons: 4, items: 13, assessments: 1, edition: 1, newEdition: true }] });
    expect(await counts()).toEqual({ lessons: 4, items: 13, editions: 1, assessments: 1, figures: 2, published: 4 + 13 + 1 + 1 });
  });

  test('twice changes nothing, not even when a file that nobody reads from was touched', async () => {
    const before = await counts();
    expect((await load()).changed).toBe(false);
    // A comment makes other bytes of the same content.
    const again = await load((files) => files.set('glossary/seals.yaml', `# touched\n${files.get('glossary/seals.yaml')}`));
    expect(again.published).toEqual([{ code: 'seals', lessons: 0, items: 0, assessments: 0, edition: 1, newEdition: false }]);
    expect(await counts()).toEqual(before);
  });

  test('a changed lesson becomes a new version in a new edition, and the old one stays as it was', async () => {
    const old = await edition();
    const [before] = await sql(`SELECT document::text FROM "LessonVersion" WHERE "lessonId" = $1 AND locale = 'en'`, [smallCourse.secondLesson]);
    expect((await load(changedLesson)).published).toEqual([{ code: 'seals', lessons: 1, items: 0, assessments: 0, edition: 2, newEdition: true }]);
    const rows = await sql(`SELECT number, document::text FROM "LessonVersion" WHERE "lessonId" = $1 AND locale = 'en' ORDER BY number`, [smallCourse.secondLesson]);
    expect(rows[0]).toEqual({ number: 1, ...before });
    expect(rows[1]?.['document']).toContain('Always compare');
    const fresh = await edition();
    expect(fresh.number).toBe(2);
    expect(fresh.document.modules[0]?.lessons[0]).toEqual(old.document.modules[0]?.lessons[0]);
    expect(fresh.document.modules[0]?.lessons[1]?.versions.fr).toEqual(old.document.modules[0]?.lessons[1]?.versions.fr);
    expect(fresh.document.modules[0]?.lessons[1]?.versions.en?.versionId).not.toBe(old.document.modules[0]?.lessons[1]?.versions.en?.versionId);
  });

  test('a lesson that goes back to its first words becomes a third version', async () => {
    await load();
    const rows = await sql(`SELECT number FROM "LessonVersion" WHERE "lessonId" = $1 AND locale = 'en'`, [smallCourse.secondLesson]);
    expect(rows).toHaveLength(3);
  });

  test('a changed key is a new version of its item, and the old key stays', async () => {
    const bank = { courseId: smallCourse.course, outcomes: ['st.seals', 'st.papers'] };
    const before = await examBank(db, bank);
    const rekeyed = (files: Map<string, string>) => {
      replacing(exam, 'key:\n  - b', 'key:\n  - a')(files);
      replacing(exam, 'misconceptions:\n  a: Acts before recording', 'misconceptions:\n  b: Waits')(files);
    };
    await load(rekeyed);
    const after = await examBank(db, bank);
    expect(after).toHaveLength(12);
    const changed = after.filter(({ id }) => !before.some((item) => item.id === id));
    expect(changed.map(({ code, number }) => [code, number])).toEqual([['st-e-seals-01', 2]]);
    const old = before.find(({ code }) => code === 'st-e-seals-01')!;
    const keys = await itemKeys(db, [old.id, changed[0]!.id]);
    expect([keys.get(old.id)?.key.correct, keys.get(changed[0]!.id)?.key.correct]).toEqual([['b'], ['a']]);
  });

  test('an item whose file is gone is drawn no more, and is back when its file is', async () => {
    const bank = { courseId: smallCourse.course, outcomes: ['st.seals'] };
    await load((files) => files.delete(exam));
    expect((await examBank(db, bank)).map(({ code }) => code)).not.toContain('st-e-seals-01');
    await load();
    expect((await examBank(db, bank)).map(({ code }) => code)).toContain('st-e-seals-01');
  });

  test('an item never changes from exam to practice', async () => {
    const folder = aContentFolder(replacing(exam, 'use: exam', 'use: practice'), replacing('courses/seals/course.yaml', 'items: 2', 'items: 1'));
    const before = await counts();
    const loaded = await loadContent({ folder, now });
    expect(loaded.ok ? [] : loaded.faults.map(({ file, message }) => `${file}: ${message}`)).toEqual([`${exam}: st-e-seals-01 was published as exam: make a new item with a uuid of its own`]);
    expect(await counts()).toEqual(before);
  });

  test('lessons may swap their addresses', async () => {
    const module = 'courses/seals/modules/01-reading/module.yaml';
    await load((files) => files.set(module, files.get(module)!.replace('slug: first', 'slug: x').replace('slug: second', 'slug: first').replace('slug: x', 'slug: second')));
    const rows = await sql(`SELECT slug FROM "Lesson" WHERE id = ANY($1) ORDER BY id`, [[smallCourse.firstLesson, smallCourse.secondLesson]]);
    expect(rows).toEqual([{ slug: 'second' }, { slug: 'first' }]);
    await load();
  });

  test('a changed figure goes with a new edition, and questions keep the one they were asked with', async () => {
    const old = (await edition()).document.figures['seal']!;
    await load(replacing('media/seals/seal.yaml', 'Scellé', 'Plomb'));
    const fresh = (await edition()).document.figures['seal']!;
    expect(fresh.en).toEqual(old.en);
    expect(fresh.fr.hash).not.toBe(old.fr.hash);
    const [before, after] = await Promise.all([mediaByHash(db, old.fr.hash), mediaByHash(db, fresh.fr.hash)]);
    expect(Buffer.from(before!.bytes).toString()).toContain('Scellé');
    expect(Buffer.from(after!.bytes).toString()).toContain('Plomb');
    await load();
  });

  test('with one fault anywhere nothing is loaded', async () => {
    const before = await counts();
    const loaded = await loadContent({ folder: aContentFolder(changedLesson, replacing(exam, 'outcome: st.seals', 'outcome: st.other')), now });
    expect(loaded.ok ? '' : describeFaults(loaded.faults)).toContain(`content/${exam}:4: there is no outcome st.other`);
    expect(await counts()).toEqual(before);
  });

  test('a changed blueprint is a new version of the assessment', async () => {
    const before = await publishedAssessment(db, 'seals');
    await load(replacing('courses/seals/course.yaml', 'timeLimitMinutes: 20', 'timeLimitMinutes: 30'));
    const after = await publishedAssessment(db, 'seals');
    expect([before?.number, before?.definition.timeLimitMinutes, after?.number, after?.definition.timeLimitMinutes]).toEqual([1, 20, 2, 30]);
    expect(after?.definition.certificate?.validityMonths).toBe(12);
    expect(after?.courseId).toBe(smallCourse.course);
  });
});

describe('what is read', () => {
  test('a bank carries no key, in its rows and in its type', async () => {
    const bank = await examBank(db, { courseId: smallCourse.course, outcomes: ['st.seals'] });
    expect(JSON.stringify(bank)).not.toMatch(/correct|feedback|Not before it is recorded|misconception|Acts before/);
  });

  test('practice never gets hold of an exam item, even when it asks for one', async () => {
    const exams = await examBank(db, { courseId: smallCourse.course, outcomes: ['st.seals'] });
    const practice = Object.values((await edition()).document.practiceItems);
    const ids = [...exams.map(({ id }) => id), ...practice];
    expect((await practiceItems(db, ids)).map(({ code }) => code)).toEqual(['st-p-seals-01']);
    expect([...(await practiceKeys(db, ids)).keys()]).toEqual(practice);
  });

  test('what is not there, or is no address, is nothing', async () => {
    expect(await publishedCourse(db, 'other')).toBeNull();
    expect(await publishedCourse(db, "seals' OR 1=1")).toBeNull();
    expect(await publishedAssessment(db, 'other')).toBeNull();
    expect(await mediaByHash(db, '../../x')).toBeNull();
    expect(await mediaByHash(db, '0'.repeat(64))).toBeNull();
    expect(await examBank(db, { courseId: 'other', outcomes: ['st.seals'] })).toEqual([]);
    expect(parseId('itemVersion', 'itv_x')).toBeNull();
  });
});
