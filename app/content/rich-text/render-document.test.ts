import { expect, test } from 'vitest';
import { type RenderContext, renderDocument, renderStem } from './render-document.server';

const context: RenderContext = {
  locale: 'en',
  figure: (code) => (code === 'tree' ? { address: '/media/abc', width: 360, height: 200, longDescription: 'First.\n\nSecond <b>.' } : null),
  sourceNumber: (ref) => (ref === 'basel-art-9' ? 3 : null),
  hasTerm: (id) => id === 'y48',
};

const text = (words: string, ...marks: object[]) => ({ type: 'text', text: words, ...(marks.length > 0 && { marks }) });
const paragraph = (...content: object[]) => ({ type: 'paragraph', content });
const html = (...content: object[]) => {
  const parts = renderDocument('lesson', JSON.parse(JSON.stringify({ type: 'doc', content })), context);
  return parts.map((part) => (part.kind === 'html' ? part.html : `[practice ${part.item}]`)).join('');
};

test('words are escaped wherever they stand', () => {
  const nasty = `<script>alert("1")</script> & "x"`;
  const rendered = html(paragraph(text(nasty)), { type: 'figure', attrs: { mediaCode: 'tree', alt: nasty, caption: nasty } }, { type: 'heading', attrs: { level: 2, id: 's-x' }, content: [text(nasty)] });
  expect(rendered).not.toContain('<script');
  expect(rendered).toContain('alt="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &quot;x&quot;"');
});

test('a legal reference leads to its source under the lesson and carries its number', () => {
  expect(html(paragraph(text('Article 9', { type: 'legalReference', attrs: { ref: 'basel-art-9' } })))).toBe('<p><a class="law" href="#source-basel-art-9" data-source="3">Article 9</a></p>');
});

test('a term leads to its definition, and its first use can be led back to', () => {
  const term = (words: string) => text(words, { type: 'term', attrs: { id: 'y48' } });
  expect(html(paragraph(term('Y48'), text(' and '), term('Y48')))).toBe('<p><a class="term" href="#term-y48" id="use-y48">Y48</a> and <a class="term" href="#term-y48">Y48</a></p>');
});

test('a reference that is half in bold stays one link', () => {
  const mark = { type: 'link', attrs: { href: 'https://a.example' } };
  expect(html(paragraph(text('see ', mark), text('here', { type: 'bold' }, mark)))).toBe('<p><a href="https://a.example" rel="noopener noreferrer">see <strong>here</strong></a></p>');
});

test('a figure has its size, its alternative text, its caption and its long description', () => {
  const rendered = html({ type: 'figure', attrs: { mediaCode: 'tree', alt: 'A tree', caption: 'The tree.' } });
  expect(rendered).toContain('<img src="/media/abc" width="360" height="200" loading="lazy" decoding="async" alt="A tree">');
  expect(rendered).toContain('<summary>Describe this figure in words</summary><p>First.</p><p>Second &lt;b&gt;.</p>');
});

test('a figure that is not there says what it showed', () => {
  expect(html({ type: 'figure', attrs: { mediaCode: 'gone', alt: 'A tree', caption: '' } })).toContain('This figure is not available: A tree');
});

test('a table can be scrolled with the keyboard, has a name, and its headers say what they head', () => {
  const cell = (type: string, words: string) => ({ type, content: [paragraph(text(words))] });
  const rendered = html(
    { type: 'heading', attrs: { level: 2, id: 's-entries' }, content: [text('Entries')] },
    { type: 'table', content: [{ type: 'tableRow', content: [cell('tableHeader', 'Entry'), cell('tableHeader', 'Holds')] }, { type: 'tableRow', content: [cell('tableHeader', 'Y48'), cell('tableCell', 'the rest')] }] },
  );
  expect(rendered).toContain('<div class="table-scroll" role="region" tabindex="0" aria-label="Table 1: Entries"><table><caption class="unseen">Table 1: Entries</caption>');
  expect(rendered).toContain('<thead><tr><th scope="col">Entry</th><th scope="col">Holds</th></tr></thead><tbody><tr><th scope="row">Y48</th><td>the rest</td></tr></tbody>');
});

test('a practice question is the page’s to draw, in its place', () => {
  expect(html(paragraph(text('before')), { type: 'practice', attrs: { item: 'p-01' } }, paragraph(text('after')))).toBe('<p>before</p>[practice p-01]<p>after</p>');
});

test('what the schema does not know is shown as such, with its words', () => {
  const rendered = html(paragraph(text('before')), { type: 'hologram', content: [paragraph(text('its words'))] }, { type: 'sound' }, paragraph(text('after', { type: 'glow' })));
  expect(rendered).toContain('cannot be shown here (hologram)');
  expect(rendered).toContain('its words');
  expect(rendered).toContain('cannot be shown here (sound)');
  expect(rendered).toContain('after');
});

test('a question is rendered without anything that leads out of it', () => {
  expect(renderStem(JSON.parse(JSON.stringify({ type: 'doc', content: [paragraph(text('Is it '), text('waste', { type: 'bold' }), text('?'))] })), 'en')).toBe('<p>Is it <strong>waste</strong>?</p>');
});
