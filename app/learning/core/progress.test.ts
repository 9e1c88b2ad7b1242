import { describe, expect, test } from 'vitest';
import type { CourseDocument, CourseLesson } from '~/content/core/course-document';
import { courseToContinue, type CatalogueCourse } from './catalogue';
import { contentsOf } from './course-contents';
import { practiceInAddress } from './practice-address';
import { lessonAddress, neighboursOf, progressOf } from './progress';

const pin = (title: string) => ({ versionId: 'lev_00000000000000000000000000' as const, title, summary: title, documentHash: '', sources: [], terms: [], practiceItems: [] });
const lesson = (id: string, versions: CourseLesson['versions'] = { en: pin(id), fr: pin(`${id} fr`) }): CourseLesson => ({
  id, slug: id, origin: 'files', outcome: null, minutes: 5, sources: [], nationalLaw: false, contentWarning: null, versions,
});
const words = { en: 'x', fr: 'x' };
const module = (code: string, ...lessons: CourseLesson[]) => ({ id: code, code, title: words, summary: words, lessons });
const course: CourseDocument = {
  code: 'seals', title: words, summary: words, certificate: null, outcomes: [], sources: [], glossary: [], assessments: [], practiceItems: {}, figures: {},
  modules: [module('one', lesson('a'), lesson('b')), module('two', lesson('c', { fr: pin('c fr') }))],
};

describe('progress', () => {
  test('counts what is read of this edition, and leads to the first lesson that is not', () => {
    expect(progressOf(course, new Set(['b', 'gone']))).toMatchObject({ read: 1, total: 3, minutesLeft: 10, next: { lesson: { id: 'a' } } });
    expect(progressOf(course, new Set(['a', 'b', 'c']))).toMatchObject({ read: 3, minutesLeft: 0, next: null });
  });

  test('the way through the lessons crosses modules', () => {
    const { previous, next, position } = neighboursOf(course, 'b');
    expect([previous?.lesson.id, next?.lesson.id, position]).toEqual(['a', 'c', 2]);
    expect(next && lessonAddress('seals', next)).toBe('/courses/seals/two/c');
    expect(neighboursOf(course, 'a').previous).toBeNull();
  });
});

test('a table of contents says in which language a title is, when it is another one', () => {
  const lessons = contentsOf(course, { locale: 'en', readLessons: new Set(['a']) }).flatMap((entry) => entry.lessons);
  expect(lessons.map(({ title, lang, read }) => [title, lang, read])).toEqual([['a', null, true], ['b', null, false], ['c fr', 'fr', false]]);
});

test('the course to go on with is the one read last that is not finished', () => {
  const at = (code: string, day: number, finished: boolean): CatalogueCourse => ({
    code, title: code, summary: '', modules: 1, lessons: 1, minutes: 1, certificate: null,
    progress: { read: 0, total: 1, minutesLeft: 1, lastAt: new Date(Date.UTC(2026, 0, day)), next: finished ? null : { address: '/', title: '' }, assessment: null },
  });
  expect(courseToContinue([at('old', 1, false), at('newer', 2, false), at('finished', 3, true)])?.code).toBe('newer');
  expect(courseToContinue([at('finished', 3, true)])?.code).toBe('finished');
  expect(courseToContinue([{ ...at('x', 1, false), progress: null }])).toBeNull();
});

describe('the choices in an address', () => {
  test('are read by question', () => {
    expect(practiceInAddress(new URLSearchParams('p-1=a&p-2=a&p-2=b&asked=p-2&lang=fr'))).toEqual({ chosen: { 'p-1': ['a'], 'p-2': ['a', 'b'] }, asked: 'p-2' });
  });

  test('are bounded, since anybody types an address', () => {
    const many = new URLSearchParams();
    for (let index = 0; index < 500; index += 1) many.append(`p-${index}`, 'a');
    for (let index = 0; index < 500; index += 1) many.append('p-1', 'a');
    const { chosen } = practiceInAddress(many);
    expect(Object.keys(chosen)).toHaveLength(30);
    expect(chosen['p-1']).toHaveLength(8);
    expect(practiceInAddress(new URLSearchParams('__proto__=x&UPPER=x&asked=<b>')).asked).toBeNull();
  });
});
