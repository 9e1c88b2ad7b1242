import type { ContentFault } from './content-fault';

/** Light, dark and print for the classes that `content/README.md` promises to those who draw. Colours are those of the interface. */
const stylesheet = `
svg{--ink:#14212e;--ink-soft:#4a5a6a;--line:#34495e;--line-soft:#9aa8b5;--paper:#fff;--panel:#f3f6f9;--edge:#c9d3dc;--accent:#0b5394;--accent-ink:#fff;--good:#dcf0e2;--warn:#fdeec8;--bad:#fbdedb;--good-line:#1c7a3e;--warn-line:#96610a;--bad-line:#b3261e;font-family:"Noto Sans",system-ui,"Segoe UI",Roboto,sans-serif}
@media (prefers-color-scheme:dark){svg{--ink:#edf2f6;--ink-soft:#b3c0cb;--line:#a9bac9;--line-soft:#5b6c7c;--paper:#10191f;--panel:#1b2730;--edge:#3a4a57;--accent:#8fc1f0;--accent-ink:#0a1a28;--good:#17412a;--warn:#4a3806;--bad:#55201c;--good-line:#7fd39c;--warn-line:#e8bd5b;--bad-line:#f2938b}}
@media print{svg{--ink:#000;--ink-soft:#333;--line:#222;--line-soft:#777;--paper:#fff;--panel:#f4f4f4;--edge:#999;--accent:#0b5394;--accent-ink:#fff;--good:#dcf0e2;--warn:#fdeec8;--bad:#fbdedb;--good-line:#1c7a3e;--warn-line:#96610a;--bad-line:#b3261e}}
.ink{fill:var(--ink)}.ink-soft{fill:var(--ink-soft)}
.line,.line-soft,.good-line,.warn-line,.bad-line{fill:none;stroke-width:2}
.line{stroke:var(--line)}.line-soft{stroke:var(--line-soft)}
.good-line{stroke:var(--good-line)}.warn-line{stroke:var(--warn-line)}.bad-line{stroke:var(--bad-line)}
.paper,.panel{stroke:var(--edge);stroke-width:1}.paper{fill:var(--paper)}.panel{fill:var(--panel)}
.accent{fill:var(--accent)}.accent-ink{fill:var(--accent-ink)}
.good{fill:var(--good)}.warn{fill:var(--warn)}.bad{fill:var(--bad)}
`
  .trim()
  .replace(/\n/g, '');

const elements = new Set(['svg', 'g', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan', 'defs', 'marker', 'use', 'symbol', 'clipPath']);
const refusedAttributes = /^(?:on.*|style|href|xlink:href|fill|stroke|color|font-family|src)$/;
const classes = new Set(['ink', 'ink-soft', 'line', 'line-soft', 'paper', 'panel', 'accent', 'accent-ink', 'good', 'warn', 'bad', 'good-line', 'warn-line', 'bad-line']);
const smallestText = 15;
const widest = 360;

export interface FigureWords {
  readonly code: string;
  readonly locale: string;
  readonly alt: string;
  readonly longDescription: string | null;
  readonly text: Readonly<Record<string, string>>;
}

/** The keys of the placeholders that a drawing holds. */
export function placeholders(svg: string): Set<string> {
  return new Set([...svg.matchAll(/\{\{([^{}]*)\}\}/g)].map((match) => match[1] ?? ''));
}

/** The size that a page keeps free for the drawing, from its `viewBox`. */
export function figureSize(svg: string): { width: number; height: number } | null {
  const box = /<svg\b[^>]*\sviewBox="\s*[-\d.]+[ ,]+[-\d.]+[ ,]+([\d.]+)[ ,]+([\d.]+)\s*"/.exec(svg);
  return box ? { width: Math.round(Number(box[1])), height: Math.round(Number(box[2])) } : null;
}

/**
 * The drawing with its words, in one language, with the stylesheet and, for who opens it alone, its title and description. All
 * that is shown or said with the figure is inside, so the hash of the bytes stands for all of it.
 */
export function fillFigure(svg: string, { code, locale, alt, longDescription, text }: FigureWords): string {
  const filled = svg.replace(/\{\{([^{}]*)\}\}/g, (_, key: string) => escapeXml(text[key] ?? ''));
  const description = longDescription ? `<desc>${escapeXml(longDescription)}</desc>` : '';
  const head = `<title>${escapeXml(alt)}</title>${description}<style>${stylesheet}</style>`;
  return filled
    .replace(/^\s*(?:<\?xml[^>]*\?>)?\s*/, '')
    .replace(/<svg\b([^>]*)>/, (_, attributes: string) => `<svg${attributes.replace(/\srole="[^"]*"/, '')} xml:lang="${locale}" lang="${locale}" role="img" data-code="${code}">${head}`);
}

export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** What is wrong with a drawing: not well-formed, more than shapes and words, colours of its own, or words too small for a phone. */
export function figureFaults(file: string, svg: string): ContentFault[] {
  const faults: ContentFault[] = [];
  const lineAt = (index: number) => svg.slice(0, index).split('\n').length;
  const fault = (index: number, message: string) => faults.push({ file, line: lineAt(index), message });
  const size = figureSize(svg);
  if (!size) fault(0, 'the svg needs a viewBox of four numbers');
  else if (size.width > widest) fault(0, `the viewBox is ${size.width} wide: at most ${widest}, for a phone`);
  const open: string[] = [];
  const bare = svg.replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ' '));
  for (const match of bare.matchAll(/<([^>]*)>/g)) {
    const inside = match[1] ?? '';
    if (inside.startsWith('?xml')) continue;
    const closing = inside.startsWith('/');
    const name = /^\/?([A-Za-z][\w:-]*)/.exec(inside)?.[1];
    if (!name || !elements.has(name)) fault(match.index, `<${inside.slice(0, 30)}> is not among the elements of a figure`);
    else if (closing && open.pop() !== name) fault(match.index, `</${name}> closes another element`);
    else if (!closing) {
      for (const message of attributeFaults(name, inside, open.length === 0)) fault(match.index, message);
      if (!inside.endsWith('/')) open.push(name);
    }
  }
  if (open.length > 0) fault(svg.length - 1, `<${open.at(-1)}> is not closed`);
  if (/&(?!(?:amp|lt|gt|quot|#\d+);)/.test(svg)) fault(svg.search(/&(?!(?:amp|lt|gt|quot|#\d+);)/), 'an & that is no entity');
  return faults;
}

function attributeFaults(name: string, tag: string, isRoot: boolean): string[] {
  const faults: string[] = [];
  for (const [, attribute = '', value = ''] of tag.matchAll(/\s([\w:-]+)="([^"]*)"/g)) {
    const local = (attribute === 'href' || attribute === 'xlink:href') && value.startsWith('#');
    const none = (attribute === 'fill' || attribute === 'stroke') && value === 'none';
    if (refusedAttributes.test(attribute) && !local && !none) faults.push(`${attribute}="${value.slice(0, 40)}": colour and form come from the classes of content/README.md`);
    if (isRoot && (attribute === 'width' || attribute === 'height')) faults.push('the svg has a viewBox and no width or height');
    if (attribute === 'class') faults.push(...value.split(/\s+/).filter((word) => word && !classes.has(word)).map((word) => `the class ${word} is not among those of content/README.md`));
    if (attribute === 'font-size' && Number.parseFloat(value) < smallestText) faults.push(`font-size ${value}: at least ${smallestText}, for a phone`);
    if (/url\(\s*['"]?(?!#)/.test(value)) faults.push(`${attribute} points outside of the drawing`);
  }
  if (name === 'text' && !/\sfont-size=/.test(tag)) faults.push('a text needs its font-size');
  return faults;
}
