import { expect, test } from 'vitest';
import { replacing, someContent } from '../../../tests/support/a-content-folder';
import { bankFaults, type BankForm, formFaults } from './bank-rules';
import { readContent } from './read-content';

const fair: BankForm = { name: 'bank', items: 30, keyPlaces: [5, 6, 4, 5], keyLongest: { en: 5, fr: 6 }, keyShortest: { en: 4, fr: 5 }, singleChoices: 20, truths: { true: 3, false: 4 } };

test('a fair bank has no fault', () => {
  expect(formFaults(fair)).toEqual([]);
});

test.each<[string, Partial<BankForm>]>([
  ['the key stands nearly always at one place', { keyPlaces: [1, 16, 2, 1] }],
  ['the key is nearly always the longest option', { keyLongest: { en: 13, fr: 5 } }],
  ['the key is nearly always the shortest option', { keyShortest: { en: 4, fr: 14 } }],
  ['nearly everything is true', { truths: { true: 12, false: 1 } }],
])('a bank in which %s can be passed by its form', (_name, form) => {
  expect(formFaults({ ...fair, ...form })).toHaveLength(1);
});

test('an outcome that is examined has at least six exam items', () => {
  const files = someContent();
  files.delete('items/seals/st-e-papers-06.yaml');
  const [course] = readContent(files).courses;
  expect(bankFaults(course!).map(({ message }) => message)).toContain('the assessment seals draws on st.papers, which has 5 exam items: at least 6');
});

test('a bank whose key always stands second is found from the files', () => {
  const files = someContent();
  replacing('items/seals/st-e-seals-01.yaml', 'difficulty: 60', 'difficulty: 61')(files);
  const [course] = readContent(files).courses;
  expect(bankFaults(course!).map(({ message }) => message)).toContain('seals exam: the key stands at places 0 / 12 / 0; a guesser learns the favourite one');
});
