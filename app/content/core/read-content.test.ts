import { describe, expect, test } from 'vitest';
import { type ContentChange, replacing, someContent } from '../../../tests/support/a-content-folder';
import { describeFault } from './content-fault';
import { readContent } from './read-content';

const course = 'courses/seals/course.yaml';
const module = 'courses/seals/modules/01-reading/module.yaml';
const exam = 'items/seals/st-e-seals-01.yaml';
const practice = 'items/seals/st-p-seals-01.yaml';

function faultsAfter(...changes: ContentChange[]): string[] {
  const files = someContent();
  for (const change of changes) change(files);
  return readContent(files).faults.map(describeFault);
}

const lineOf = (file: string, piece: string) => someContent().get(file)!.split('\n').findIndex((line) => line.includes(piece)) + 1;

test('a clean folder has no fault, and everything in it is read', () => {
  const { courses, faults } = readContent(someContent());
  expect(faults).toEqual([]);
  expect(courses).toHaveLength(1);
  expect(courses[0]?.modules[0]?.lessons).toHaveLength(2);
  expect(courses[0]?.items).toHaveLength(13);
  expect(courses[0]?.figures[0]?.svg.en).toContain('Seal &amp; wire');
});

describe('a fault across files is found, with its line', () => {
  test.each<[string, ContentChange, string]>([
    ['a uuid taken twice', replacing(exam, '55555551-5555-4555-8555-555555555551', '55555551-5555-4555-8555-555555555552'), `items/seals/st-e-seals-02.yaml:1: the uuid 55555551-5555-4555-8555-555555555552 is already taken by ${exam}:1`],
    ['a uuid that is none', replacing(exam, '55555551-5555-4555-8555-555555555551', 'one'), `${exam}:1: uuid: not a uuid: make one with node -p "crypto.randomUUID()"`],
    ['a file that is not called like its code', replacing(exam, 'code: st-e-seals-01', 'code: st-e-seals-09'), `${exam}:2: the file is called st-e-seals-01.yaml: it must be st-e-seals-09.yaml`],
    ['an outcome that is not there', replacing(exam, 'outcome: st.seals', 'outcome: st.other'), `${exam}:4: there is no outcome st.other`],
    ['a source that is not there', replacing(exam, '- manual', '- other'), `${exam}:${lineOf(exam, '- manual')}: there is no source other`],
    ['a lesson whose source is not there', replacing(module, '- manual', '- other'), `${module}:${lineOf(module, '- manual')}: there is no source other`],
    ['a language that is missing', (files) => files.delete('courses/seals/modules/01-reading/lessons/02-second.fr.md'), 'courses/seals/modules/01-reading/lessons/02-second.fr.md:1: the file is missing'],
    ['a translation that is missing', replacing(course, '  fr: Seals (fr).\n', ''), `${course}:4: title.fr: words are missing`],
    ['a file without a place', (files) => files.set('courses/seals/notes.txt', 'x'), 'courses/seals/notes.txt:1: this file has no place in content/'],
    ['an item of no course', (files) => files.set('items/other/x.yaml', 'x'), 'items/other/x.yaml:1: there is no course other'],
    ['a blueprint that asks for more than there is', replacing(course, 'items: 2', 'items: 7'), `${course}:${lineOf(course, 'outcome: st.seals')}: st.seals needs 7 exam items and has 6`],
    ['a certificate for an assessment that is not there', replacing(course, '  assessment: seals', '  assessment: other'), `${course}:${lineOf(course, '  assessment: seals')}: there is no assessment other`],
    ['a practice question that repeats an exam question', replacing(practice, 'You practise, in en?', 'question 1 on  SEALS in en'), `${practice}:${lineOf(practice, 'You practise, in en')}: asks the same as st-e-seals-01`],
    ['a key that is no option', replacing(exam, 'key:\n  - b', 'key:\n  - d'), `${exam}:${lineOf(exam, 'key:') + 1}: the key names d, which is no option`],
    ['an option without words', replacing(exam, '      c: Let it go en\n', ''), `${exam}:${lineOf(exam, 'Open it en')}: no words for the option c`],
    ['feedback that is missing', replacing(exam, '      c: It would be lost fr\n', ''), `${exam}:${lineOf(exam, 'Not before it is recorded fr')}: no feedback for the option c`],
    ['words that the drawing does not have', replacing('media/seals/seal.yaml', 'word: Scellé', 'mot: Scellé'), 'media/seals/seal.yaml:13: text.fr: no words for {{word}}'],
    ['YAML that is none', (files) => files.set(course, 'a: [1'), `${course}:1: Flow sequence in block collection must be sufficiently indented`],
    ['a key that stands twice', replacing(exam, 'use: exam', 'use: exam\nuse: practice'), `${exam}:4: Map keys must be unique at line 4, column 1:`],
  ])('%s', (_name, change, expected) => {
    expect(faultsAfter(change).join('\n')).toContain(expected);
  });

  test('a module code that is an address of its own', () => {
    expect(faultsAfter(replacing(module, 'code: reading', 'code: glossary'))[0]).toContain('glossary is an address of its own');
  });
});
