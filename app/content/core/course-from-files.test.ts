import { describe, expect, test } from 'vitest';
import { smallCourse, someContent } from '../../../tests/support/a-content-folder';
import type { CourseDocument } from './course-document';
import { courseFromFiles } from './course-from-files';
import { contentHash } from './digest';
import { pinOf } from './lesson-pin';
import { placeLesson } from './place-lesson';
import { readContent } from './read-content';

const [content] = readContent(someContent()).courses;
const pinned = { lesson: (lesson: Parameters<Parameters<typeof courseFromFiles>[0]['pinned']['lesson']>[0], locale: 'en' | 'fr') => pinOf('lev_00000000000000000000000000', lesson.texts[locale]), practiceItems: {}, figures: {} };
const fromFiles = (newest: CourseDocument | null) => courseFromFiles({ content: content!, pinned, newest });

const studioPin = { versionId: 'lev_11111111111111111111111111', title: 'New', summary: 'New', documentHash: 'h', sources: [], terms: [], practiceItems: [] } as const;
const pin = { ...studioPin, sources: [], terms: [], practiceItems: [] };
const newLesson = { lessonId: 'studio-1', moduleCode: 'reading', slug: 'third', locale: 'en', pin: { ...pin }, words: 500 } as const;

function placed(course: CourseDocument, lesson: Parameters<typeof placeLesson>[1]): CourseDocument {
  const result = placeLesson(course, lesson);
  if (!result.ok) throw new Error(result.refusal);
  return result.value.document;
}

test('the same files and pins give the same edition', () => {
  expect(contentHash(fromFiles(fromFiles(null)))).toBe(contentHash(fromFiles(null)));
});

describe('a lesson of the studio', () => {
  test('comes to the end of its module, with a reading time from its words', () => {
    const { lessons } = placed(fromFiles(null), newLesson).modules[0]!;
    expect(lessons.map(({ slug, origin }) => [slug, origin])).toEqual([['first', 'files'], ['second', 'files'], ['third', 'studio']]);
    expect(lessons[2]?.minutes).toBe(3);
  });

  test('keeps its place when the files are loaded again', () => {
    const withLesson = placed(fromFiles(null), newLesson);
    expect(contentHash(fromFiles(withLesson))).toBe(contentHash(withLesson));
  });

  test('may not take the address of another one, nor a module that is not there', () => {
    expect(placeLesson(fromFiles(null), { ...newLesson, slug: 'first' })).toEqual({ ok: false, refusal: 'lesson-address-taken' });
    expect(placeLesson(fromFiles(null), { ...newLesson, moduleCode: 'other' })).toEqual({ ok: false, refusal: 'module-unknown' });
  });

  test('that is there already keeps everything but the new version', () => {
    const { lessons } = placed(fromFiles(null), { ...newLesson, lessonId: smallCourse.firstLesson, slug: 'ignored' }).modules[0]!;
    expect(lessons[0]).toMatchObject({ slug: 'first', origin: 'files', minutes: 4, nationalLaw: true, versions: { en: { title: 'New' }, fr: { title: 'Scellés' } } });
  });
});
