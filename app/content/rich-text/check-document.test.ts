import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RichTextJson } from '~/content/core/item';
import { checkDocument, type KnownThings } from './check-document';

const everything: KnownThings = { media: () => true, practiceItem: () => true, source: () => true, term: () => true };
const nothing: KnownThings = { media: () => false, practiceItem: () => false, source: () => false, term: () => false };

const text = (words: string, ...marks: object[]) => ({ type: 'text', text: words, ...(marks.length > 0 && { marks }) });
const paragraph = (...content: object[]) => ({ type: 'paragraph', content });
const lesson = (...content: object[]) => ({ type: 'doc', content });
const link = (href: unknown) => lesson(paragraph(text('here', { type: 'link', attrs: { href } })));
const figure = (attrs: object) => lesson({ type: 'figure', attrs });

const refusalOf = (json: unknown, known = everything) => {
  const checked = checkDocument('lesson', json, known);
  return checked.ok ? 'passed' : checked.refusal;
};
const passed = (json: unknown) => {
  const checked = checkDocument('lesson', json, everything);
  if (!checked.ok) throw new Error(checked.refusal);
  return checked.value;
};

describe('what passes the gate', () => {
  test('comes out re-serialised: what the schema does not know has gone', () => {
    const { json } = passed(lesson({ ...paragraph(text('words')), attrs: { onclick: 'alert(1)' }, secret: true }));
    expect(json).toEqual(lesson(paragraph(text('words'))));
  });

  test('has the same hash however its members are ordered', () => {
    const one = passed({ type: 'doc', content: [{ type: 'callout', attrs: { kind: 'law' }, content: [paragraph(text('x'))] }] });
    const other = passed({ content: [{ content: [paragraph(text('x'))], attrs: { kind: 'law' }, type: 'callout' }], type: 'doc' });
    expect(other.documentHash).toBe(one.documentHash);
    expect(one.documentHash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('passes again unchanged, with the same hash', () => {
    const first = passed(lesson({ type: 'heading', attrs: { level: 2 }, content: [text('Où va la cargaison ?')] }, paragraph(text('x'))));
    expect(passed(first.json)).toEqual(first);
  });

  test('has an id on every heading, each its own, and keeps those it had', () => {
    const heading = (words: string, id?: string) => ({ type: 'heading', attrs: { level: 2, ...(id && { id }) }, content: [text(words)] });
    const { json } = passed(lesson(heading('Où ?'), heading('Where'), heading('Where'), heading('Renamed', 's-old-name'), heading('x', 'main')));
    expect(json.content?.map(({ attrs }) => attrs?.['id'])).toEqual(['s-ou', 's-where', 's-where-2', 's-old-name', 's-x']);
  });

  test('says what it points to', () => {
    const { mentions } = passed(
      lesson(
        paragraph(text('a', { type: 'legalReference', attrs: { ref: 'basel-art-9' } }), text('b', { type: 'term', attrs: { id: 'y48' } })),
        { type: 'figure', attrs: { mediaCode: 'tree', alt: 'A tree', caption: '' } },
        { type: 'practice', attrs: { item: 'p-01' } },
      ),
    );
    expect(mentions).toEqual({ media: ['tree'], practiceItems: ['p-01'], sources: ['basel-art-9'], terms: ['y48'] });
  });
});

describe('what does not pass', () => {
  test.each([
    ['nothing', null],
    ['a text', 'doc'],
    ['a list', []],
    ['an unknown node', lesson({ type: 'iframe', attrs: { src: 'https://a.example' } })],
    ['an unknown mark', lesson(paragraph(text('x', { type: 'underline' })))],
    ['another root', paragraph(text('x'))],
    ['an empty document', { type: 'doc' }],
    ['a heading of level 1', lesson({ type: 'heading', attrs: { level: 1 }, content: [text('x')] })],
    ['a practice question in a list', lesson({ type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'practice', attrs: { item: 'p' } }] }] })],
    ['a callout of an unknown kind', lesson({ type: 'callout', attrs: { kind: 'advert' }, content: [paragraph(text('x'))] })],
    ['a cell that spans a thousand columns', lesson({ type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', attrs: { colspan: 1000 }, content: [paragraph()] }] }] })],
    ['a media code that is an address', figure({ mediaCode: '../../etc/passwd', alt: 'x', caption: '' })],
    ['a text that is no text', lesson(paragraph({ type: 'text', text: 7 }))],
    ['an empty text', lesson(paragraph({ type: 'text', text: '' }))],
  ])('%s', (_name, json) => {
    expect(refusalOf(json)).toBe('document-malformed');
  });

  test.each([
    'javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\tscript:alert(1)', '\u0001javascript:alert(1)', 'data:text/html,x', 'vbscript:x', 'http://plain.example',
    '//evil.example', '/\\evil.example', '\\\\evil.example', 'https://user:secret@a.example', 'https:', 'ftp://a.example', 'file:///etc/passwd', '', ' /x', 'mailto:', '\u200bhttps://a.example',
  ])('a link to %j', (href) => {
    expect(refusalOf(link(href))).toBe('document-address-refused');
  });

  test.each(['https://www.basel.int/', 'https://a.example/x?y=1#z', 'mailto:help@customs.example', '/courses/plastic-waste'])('but a link to %s does', (href) => {
    expect(refusalOf(link(href))).toBe('passed');
  });

  test.each([undefined, '', '   '])('a figure with the alternative text %j', (alt) => {
    expect(refusalOf(figure({ mediaCode: 'tree', alt, caption: '' }))).toBe('document-alt-missing');
  });

  test('what the course does not have', () => {
    expect(refusalOf(figure({ mediaCode: 'tree', alt: 'A tree', caption: '' }), nothing)).toBe('document-media-unknown');
    expect(refusalOf(lesson({ type: 'practice', attrs: { item: 'exam-01' } }), nothing)).toBe('document-item-unknown');
    expect(refusalOf(lesson(paragraph(text('x', { type: 'legalReference', attrs: { ref: 'r' } }))), nothing)).toBe('document-source-unknown');
    expect(refusalOf(lesson(paragraph(text('x', { type: 'term', attrs: { id: 't' } }))), nothing)).toBe('document-term-unknown');
  });

  test('more than half a megabyte', () => {
    expect(refusalOf(lesson(paragraph(text('x'.repeat(600_000)))))).toBe('document-too-large');
    expect(refusalOf(lesson(...Array.from({ length: 90_000 }, () => ({ type: 'paragraph' }))))).toBe('document-too-large');
  });

  test('a hundred thousand lists in one another, without overflowing', () => {
    let nested: object = paragraph(text('x'));
    for (let depth = 0; depth < 100_000; depth += 1) nested = { type: 'bulletList', content: [{ type: 'listItem', content: [nested] }] };
    expect(refusalOf(lesson(nested))).toBe('document-too-deep');
  });

  test('links, headings and figures in a question', () => {
    for (const json of [link('https://a.example'), figure({ mediaCode: 'tree', alt: 'A tree', caption: '' }), lesson({ type: 'heading', attrs: { level: 2, id: 's-x' }, content: [text('x')] })]) {
      expect(checkDocument('stem', json, everything)).toEqual({ ok: false, refusal: 'document-malformed' });
    }
  });
});

test('whatever JSON is sent, the gate answers and never throws', () => {
  const types = fc.constantFrom('doc', 'paragraph', 'text', 'heading', 'figure', 'table', 'tableRow', 'callout', 'listItem', '__proto__', 'constructor', 'x');
  const node = fc.letrec<{ node: RichTextJson }>((tie) => ({
    node: fc.record(
      {
        type: types,
        attrs: fc.oneof(fc.dictionary(fc.constantFrom('level', 'id', 'kind', 'href', 'alt', '__proto__'), fc.jsonValue()), fc.constant({})),
        content: fc.array(tie('node'), { maxLength: 2 }),
        text: fc.string({ maxLength: 5 }),
      },
      { requiredKeys: ['type'] },
    ),
  })).node;
  fc.assert(
    fc.property(fc.oneof(node, fc.jsonValue()), (json) => {
      const checked = checkDocument('lesson', { type: 'doc', content: [json] }, everything);
      if (checked.ok) expect(checkDocument('lesson', checked.value.json, everything)).toEqual(checked);
    }),
    { numRuns: 200 },
  );
}, 30_000);
