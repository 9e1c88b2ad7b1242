import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';

/** Uuids of the small course, readable in a failed test. */
export const smallCourse = {
  course: '11111111-1111-4111-8111-111111111111',
  assessment: '22222222-2222-4222-8222-222222222222',
  module: '33333333-3333-4333-8333-333333333333',
  firstLesson: '44444444-4444-4444-8444-444444444441',
  secondLesson: '44444444-4444-4444-8444-444444444442',
  practiceItem: '55555555-5555-4555-8555-555555555550',
  figure: '66666666-6666-4666-8666-666666666666',
} as const;

const both = (text: string) => ({ en: `${text}.`, fr: `${text} (fr).` });

function examItem(number: number, outcome: string): [string, string] {
  const code = `st-e-${outcome}-0${number}`;
  const uuid = `5555555${outcome === 'seals' ? 1 : 2}-5555-4555-8555-55555555555${number}`;
  return [`items/seals/${code}.yaml`, stringify(item({ uuid, code, use: 'exam', outcome: `st.${outcome}`, asks: `Question ${number} on ${outcome}` }))];
}

interface WantedItem {
  readonly uuid: string;
  readonly code: string;
  readonly use: 'exam' | 'practice';
  readonly outcome: string;
  readonly asks: string;
}

function item({ uuid, code, use, outcome, asks }: WantedItem) {
  const texts = (language: string) => ({
    stem: `${asks}, in ${language}?`,
    options: { a: `Open it ${language}`, b: `Record it ${language}`, c: `Let it go ${language}` },
    feedback: { a: `Not before it is recorded ${language}`, b: `Right ${language}`, c: `It would be lost ${language}` },
  });
  return {
    uuid, code, use, outcome,
    type: 'single-choice', level: 'apply', difficulty: 60, sources: ['manual'], points: 6, options: ['a', 'b', 'c'], key: ['b'],
    misconceptions: { a: 'Acts before recording', c: 'Trusts the paper' },
    text: { en: texts('en'), fr: texts('fr') },
    cases: [{ response: ['b'], points: 6, why: 'the key' }, { response: ['a'], points: 0, why: 'acts too early' }],
  };
}

const lesson = (title: string, body: string) => `---\ntitle: ${title}\nsummary: What to do about ${title.toLowerCase()}.\n---\n\n${body}\n`;

const firstBody = [
  '## What a seal says',
  'A :term[seal]{id=seal} that is broken tells a story. See :law[article 4]{ref=manual}.',
  '::figure[A seal, whole.]{media=seal}',
  ':::note{kind=decision}\nRecord the number first.\n:::',
  '| Seal | Means |\n| --- | --- |\n| whole | compare the number |',
  '::practice{item=st-p-seals-01}',
].join('\n\n');

/** The files of a small course on seals: one module, two lessons, two outcomes with six exam items each, one practice item, one figure. */
export function someContent(): Map<string, string> {
  const files: [string, string][] = [
    ['courses/seals/course.yaml', stringify({
      uuid: smallCourse.course, code: 'seals', title: both('Seals'), summary: both('What a seal says'), modules: ['01-reading'],
      certificate: { title: both('Seals'), scope: both('Reading seals'), limits: both('Not opening them'), criteria: both('Half of the points'), validityMonths: 12, assessment: 'seals' },
      assessments: [{
        uuid: smallCourse.assessment, code: 'seals', title: both('Seals, examined'), passMark: '1/2', timeLimitMinutes: 20,
        attempts: { limit: 3, cooldownHours: 24 }, blueprint: [{ outcome: 'st.seals', items: 2 }, { outcome: 'st.papers', items: 2 }],
      }],
    })],
    ['courses/seals/outcomes.yaml', stringify([{ id: 'st.seals', text: both('Read a seal') }, { id: 'st.papers', text: both('Read the papers') }])],
    ['courses/seals/references.yaml', stringify([{ id: 'manual', title: 'Manual of seals', publisher: 'Customs', kind: 'guidance', date: '2020', checked: '2026-01', url: 'https://manual.example/' }])],
    ['courses/seals/modules/01-reading/module.yaml', stringify({
      uuid: smallCourse.module, code: 'reading', title: both('Reading'), summary: both('How to read'),
      lessons: [
        { file: '01-first', slug: 'first', uuid: smallCourse.firstLesson, outcome: 'st.seals', minutes: 4, sources: ['manual'], nationalLaw: true },
        { file: '02-second', slug: 'second', uuid: smallCourse.secondLesson, outcome: 'st.papers', minutes: 5, sources: ['manual'] },
      ],
    })],
    ['courses/seals/modules/01-reading/lessons/01-first.en.md', lesson('Seals', firstBody)],
    ['courses/seals/modules/01-reading/lessons/01-first.fr.md', lesson('Scellés', firstBody.replace('What a seal says', "Ce qu'un scellé dit"))],
    ['courses/seals/modules/01-reading/lessons/02-second.en.md', lesson('Papers', 'Compare the **number** with the papers.')],
    ['courses/seals/modules/01-reading/lessons/02-second.fr.md', lesson('Papiers', 'Comparez le **numéro** avec les papiers.')],
    ['glossary/seals.yaml', stringify([{ id: 'seal', term: both('Seal'), definition: both('A device that shows opening') }])],
    ['media/seals/seal.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">\n  <rect class="panel" x="1" y="1" width="198" height="98"/>\n  <text class="ink" x="10" y="50" font-size="16">{{word}}</text>\n</svg>\n'],
    ['media/seals/seal.yaml', stringify({ uuid: smallCourse.figure, code: 'seal', alt: both('A whole seal'), longDescription: both('A seal that nobody has opened'), text: { en: { word: 'Seal & wire' }, fr: { word: 'Scellé' } } })],
    ['items/seals/st-p-seals-01.yaml', stringify(item({ uuid: smallCourse.practiceItem, code: 'st-p-seals-01', use: 'practice', outcome: 'st.seals', asks: 'You practise' }))],
    ...[1, 2, 3, 4, 5, 6].flatMap((number) => [examItem(number, 'seals'), examItem(number, 'papers')]),
  ];
  return new Map(files);
}

export type ContentChange = (files: Map<string, string>) => void;

/** Replaces a piece of one file; fails the test when it is not there. */
export function replacing(file: string, from: string, to: string): ContentChange {
  return (files) => {
    const before = files.get(file);
    if (before === undefined || !before.includes(from)) throw new Error(`${file} does not hold ${from}`);
    files.set(file, before.replace(from, to));
  };
}

const folders: string[] = [];
process.on('exit', () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** The small course as files on disk, with changes; removed when the process ends. */
export function aContentFolder(...changes: readonly ContentChange[]): string {
  const files = someContent();
  for (const change of changes) change(files);
  const folder = mkdtempSync(join(tmpdir(), 'bluepost-content-'));
  for (const [file, text] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  folders.push(folder);
  return folder;
}
