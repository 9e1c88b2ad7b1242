/**
 * `npm run content:check [-- FOLDER]` judges everything in content/ without a database: what the loader would refuse, the cases of
 * every item through the real grader, and the form of each bank. Faults go to standard error as file:line, and the exit is 1; how
 * the lessons read and how the banks look goes to standard output.
 */
import { gradeItem } from '../app/assessment/core/grade';
import { bankFaults, type BankForm, bankForms } from '../app/content/core/bank-rules';
import { type ContentFault, describeFault, inFileOrder } from '../app/content/core/content-fault';
import type { CourseContent } from '../app/content/core/content-tree';
import { readabilityOf } from '../app/content/core/readability';
import { readContent } from '../app/content/core/read-content';
import { readContentFolder } from '../app/content/store/content-folder.server';
import { locales } from '../app/kernel/locale';

/** Longer sentences than these are hard going for most readers (Cutts 2020 for English; French runs longer). */
const longSentences = { en: 20, fr: 23 } as const;
/** Words a minute between which the minutes of a lesson are honest. */
const pace = { slowest: 70, fastest: 220 } as const;

function caseFaults({ items }: CourseContent): ContentFault[] {
  return items.flatMap(({ item }) => {
    const { type, key, points, cases } = item.value;
    const graded = cases.map(({ response }) => gradeItem({ key: { type, correct: key }, points }, { chosen: response }));
    const at = (path: (string | number)[], message: string) => ({ file: item.file, line: item.lineOf(path), message });
    const wrong = cases.flatMap((expected, index) =>
      graded[index] === expected.points ? [] : [at(['cases', index], `[${expected.response.join(', ')}] earns ${graded[index]} points, and not ${expected.points} (${expected.why})`)],
    );
    if (!graded.includes(points)) wrong.push(at(['cases'], 'no case earns all points'));
    if (!graded.includes(0)) wrong.push(at(['cases'], 'no case earns nothing'));
    return wrong;
  });
}

function lessonReport({ course, modules }: CourseContent): string[] {
  const lines = [`\nLessons of ${course.value.code}`, '  words  mean sentence  longest  minutes'];
  for (const { entry, texts, files } of modules.flatMap(({ lessons }) => lessons)) {
    for (const locale of locales) {
      const { words, meanSentence, longestSentence } = readabilityOf(texts[locale].document.json);
      const remarks: string[] = [];
      if (meanSentence > longSentences[locale]) remarks.push('long sentences');
      if (words / entry.minutes > pace.fastest) remarks.push(`more than ${entry.minutes} minutes of reading`);
      if (words / entry.minutes < pace.slowest) remarks.push(`less than ${entry.minutes} minutes of reading`);
      const figures = [String(words).padStart(7), meanSentence.toFixed(1).padStart(13), String(longestSentence).padStart(9), String(entry.minutes).padStart(9)];
      lines.push(`${figures.join('')}  ${files[locale].split('/').slice(-1)[0]}${remarks.length > 0 ? `  ← ${remarks.join(', ')}` : ''}`);
    }
  }
  return lines;
}

function bankReport({ name, items, keyPlaces, keyLongest, keyShortest, singleChoices, truths }: BankForm): string {
  const extremes = locales.map((locale) => `${locale} ${keyLongest[locale]}/${keyShortest[locale]}`).join(', ');
  const parts = [`${items} items`, `key at places ${keyPlaces.join('/') || '–'}`, `key longest/shortest of ${singleChoices}: ${extremes}`, `true/false ${truths.true}/${truths.false}`];
  return `  ${name}: ${parts.join('; ')}`;
}

const folder = process.argv[2] ?? 'content';
const started = performance.now();
const { courses, faults } = readContent(await readContentFolder(folder));
const all = inFileOrder([...faults, ...courses.flatMap(caseFaults), ...courses.flatMap(bankFaults)]);

console.log(courses.flatMap(lessonReport).join('\n'));
console.log(['\nBanks', ...courses.flatMap(bankForms).map(bankReport)].join('\n'));
if (all.length > 0) console.error(`\n${all.map((fault) => `${folder}/${describeFault(fault)}`).join('\n')}`);
const counts = courses.map(({ course, modules, items, figures }) => {
  const lessons = modules.reduce((sum, module) => sum + module.lessons.length, 0);
  return `${course.value.code}: ${lessons} lessons, ${items.length} items, ${figures.length} figures`;
});
console.log(`\n${counts.join(' · ')} · ${all.length} fault(s) in ${((performance.now() - started) / 1000).toFixed(1)} s`);
process.exitCode = all.length > 0 ? 1 : 0;
