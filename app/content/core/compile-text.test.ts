import { describe, expect, test } from 'vitest';
import { compileLesson, compileStem } from './compile-text';
import { describeFault } from './content-fault';
import { isFaults } from './yaml-file';

const known = {
  sources: new Set(['basel-art-9']),
  terms: new Set(['y48']),
  practiceItems: new Set(['p-01']),
  media: new Map([['tree', { en: 'A tree of questions', fr: 'Un arbre de questions' }]]),
};

const file = 'lesson.en.md';
const head = '---\ntitle: Title\nsummary: Summary\n---\n';

function compiled(body: string, locale: 'en' | 'fr' = 'en') {
  const result = compileLesson({ file, text: head + body, locale, known });
  if (isFaults(result)) throw new Error(result.map(describeFault).join('\n'));
  return result.document;
}

function faults(text: string): string[] {
  const result = compileLesson({ file, text, locale: 'en', known });
  return isFaults(result) ? result.map(describeFault) : [];
}

describe('a lesson', () => {
  test('becomes the document that its Markdown means', () => {
    const { json, mentions } = compiled(
      [
        '## Three *entries*',
        'Plain **bold** :law[Article 9(2)]{ref=basel-art-9} and :term[Y48]{id=y48}\nover a line.',
        '::figure[The caption]{media=tree}',
        ':::note{kind=decision}\n1. first\n2. second\n:::',
        '| A | B |\n| --- | --- |\n| c | d |',
        '::practice{item=p-01}',
      ].join('\n\n'),
    );
    expect(json.content?.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'figure', 'callout', 'table', 'practice']);
    expect(json.content?.[0]?.attrs).toEqual({ level: 2, id: 's-three-entries' });
    expect(json.content?.[1]?.content?.at(-1)?.text).toBe(' over a line.');
    expect(json.content?.[2]?.attrs).toEqual({ mediaCode: 'tree', alt: 'A tree of questions', caption: 'The caption' });
    expect(mentions).toEqual({ media: ['tree'], practiceItems: ['p-01'], sources: ['basel-art-9'], terms: ['y48'] });
  });

  test('keeps clock times as they are', () => {
    expect(compiled('The patrol left at 14:42 and came back at 16:05.').json.content?.[0]?.content).toEqual([{ type: 'text', text: 'The patrol left at 14:42 and came back at 16:05.' }]);
  });

  test('is set in type: French has its apostrophes and spaces', () => {
    expect(compiled("« C'est l'ordre » : oui ; 3 737 tonnes ?", 'fr').json.content?.[0]?.content?.[0]?.text).toBe('«\u00a0C’est l’ordre\u00a0»\u00a0: oui\u00a0; 3\u00a0737 tonnes\u00a0?');
  });
});

describe('every fault names its file and line', () => {
  test.each([
    ['an unknown directive', 'one\n\ntwo :gloss[x]{id=y48}', `${file}:7: :gloss with {id} is no directive; write \\: for a colon before a letter`],
    ['an unknown block directive', '::video[x]{media=tree}', `${file}:5: ::video is no directive: there are figure and practice`],
    ['an unknown container', ':::box\nx\n:::', `${file}:5: :::box is no directive: there is note`],
    ['an unknown kind of note', ':::note{kind=joke}\nx\n:::', `${file}:5: the kind of a note is note, decision, caution, law or case`],
    ['a source that the lesson does not list', ':law[x]{ref=other}', `${file}:5: other is not among the sources of this lesson in module.yaml`],
    ['a word that the glossary does not have', ':term[x]{id=other}', `${file}:5: other is not in the glossary`],
    ['an exam item', '::practice{item=e-01}', `${file}:5: e-01 is not a practice item of this course`],
    ['a figure that is not there', '::figure[x]{media=other}', `${file}:5: there is no figure other in media/`],
    ['an attribute too many', '::practice{item=p-01 style=x}', `${file}:5: practice takes exactly {item=…}`],
    ['a title inside', '# x', `${file}:5: headings are of level 2 or 3`],
    ['HTML', '<b>x</b>', `${file}:5: HTML has no place here`],
    ['HTML inside a line', 'a <b>x</b>', `${file}:5: HTML has no place here`],
    ['an image', '![x](https://a.example/x.png)', `${file}:5: an image (use ::figure) has no place here`],
    ['a link that is not https', '[x](http://a.example)', `${file}:5: the address http://a.example is not https, mailto or a path of this site`],
    ['code', '`x`', `${file}:5: code in backticks has no place here`],
    ['a practice question in a note', ':::note{kind=law}\n::practice{item=p-01}\n:::', `${file}:6: a practice question stands outside of notes`],
    ['a heading in a list', '- ## x', `${file}:5: a heading has no place here`],
  ])('%s', (_name, body, expected) => {
    expect(faults(head + body)).toContain(expected);
  });

  test('all of them at once', () => {
    expect(faults(`${head}<b>\n\n:x[y]\n\n# z`)).toHaveLength(3);
  });

  test('a front matter that is missing or wrong', () => {
    expect(faults('## x')).toEqual([`${file}:1: a lesson begins with its title and summary between two lines of ---`]);
    expect(faults('---\ntitle: x\nsummary: y\nauthor: z\n---\nx')).toEqual([`${file}:1: the file: Unrecognized key: "author"`]);
    expect(faults('---\ntitle: x\nsummary: ""\n---\nx')).toEqual([`${file}:3: summary: words are missing`]);
  });

  test('a lesson without words', () => {
    expect(faults(head)).toEqual([`${file}:1: no words`]);
  });
});

test('in a question a colon is a colon, and nothing leads out of it', () => {
  const stem = compileStem({ file, text: 'Code:B3011, *now*?', locale: 'en', firstLine: 20 });
  expect(isFaults(stem) ? stem : stem.json.content?.[0]?.content?.[0]?.text).toBe('Code:B3011, ');
  const linked = compileStem({ file, text: 'x\n\n[y](https://a.example)', locale: 'en', firstLine: 20 });
  expect(isFaults(linked) ? linked.map(describeFault) : []).toEqual([`${file}:22: a link has no place in a question`]);
});
