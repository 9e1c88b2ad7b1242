import { expect, test } from 'vitest';
import { describeFault } from './content-fault';
import { figureFaults, figureSize, fillFigure } from './svg-template';

const svg = (inside: string, root = 'viewBox="0 0 360 200"') => `<svg xmlns="http://www.w3.org/2000/svg" ${root}>\n${inside}\n</svg>`;
const words = { code: 'tree', locale: 'fr', alt: 'Un <arbre>', longDescription: null, text: { start: 'Déchet & "cie" <x>' } };

test('a drawing gets its words, escaped, in its language, with its title and one stylesheet', () => {
  const filled = fillFigure(svg('<text class="ink" x="1" y="20" font-size="16">{{start}}</text>', 'viewBox="0 0 360 200" role="img"'), words);
  expect(filled).toContain('>Déchet &amp; &quot;cie&quot; &lt;x&gt;</text>');
  expect(filled).toContain('xml:lang="fr"');
  expect(filled.match(/role=/g)).toHaveLength(1);
  expect(filled).toContain('<title>Un &lt;arbre&gt;</title><style>');
  expect(filled).toContain('prefers-color-scheme:dark');
});

test('the words of a figure are part of its bytes, so that two languages never share a hash', () => {
  const drawing = svg('<path class="line" d="M0 0V9"/>');
  expect(fillFigure(drawing, { ...words, locale: 'en' })).not.toBe(fillFigure(drawing, words));
});

test('the size of a drawing is that of its viewBox', () => {
  expect(figureSize(svg(''))).toEqual({ width: 360, height: 200 });
  expect(figureSize(svg('', 'width="10"'))).toBeNull();
});

test('a clean drawing has no fault', () => {
  expect(figureFaults('f.svg', svg('<g><rect class="panel" x="1" y="1" width="9" height="9"/><text class="ink" font-size="15">{{a}}</text></g><!-- <script> -->'))).toEqual([]);
});

test.each([
  ['<script>alert(1)</script>', 'f.svg:2: <script> is not among the elements of a figure'],
  ['<image href="https://a.example/x.png"/>', 'f.svg:2: <image href="https://a.example/> is not among the elements of a figure'],
  ['<style>a{}</style>', 'f.svg:2: <style> is not among the elements of a figure'],
  ['<rect class="panel" onload="x()"/>', 'f.svg:2: onload="x()": colour and form come from the classes of content/README.md'],
  ['<rect fill="red"/>', 'f.svg:2: fill="red": colour and form come from the classes of content/README.md'],
  ['<rect class="red"/>', 'f.svg:2: the class red is not among those of content/README.md'],
  ['<use href="https://a.example/x.svg#y"/>', 'f.svg:2: href="https://a.example/x.svg#y": colour and form come from the classes of content/README.md'],
  ['<path class="line" marker-end="url(https://a.example#m)"/>', 'f.svg:2: marker-end points outside of the drawing'],
  ['<text class="ink" font-size="12">x</text>', 'f.svg:2: font-size 12: at least 15, for a phone'],
  ['<text class="ink">x</text>', 'f.svg:2: a text needs its font-size'],
  ['<g><rect/>', 'f.svg:3: </svg> closes another element'],
  ['<text font-size="15">a & b</text>', 'f.svg:2: an & that is no entity'],
])('%s is a fault', (inside, expected) => {
  expect(figureFaults('f.svg', svg(inside)).map(describeFault)).toContain(expected);
});

test('a drawing wider than a phone, or with a size of its own, is a fault', () => {
  expect(figureFaults('f.svg', svg('', 'viewBox="0 0 800 200"')).map(describeFault)).toEqual(['f.svg:1: the viewBox is 800 wide: at most 360, for a phone']);
  expect(figureFaults('f.svg', svg('', 'viewBox="0 0 300 200" width="300"')).map(describeFault)).toEqual(['f.svg:1: the svg has a viewBox and no width or height']);
});
