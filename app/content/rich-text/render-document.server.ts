import { renderToHTMLString } from '@tiptap/static-renderer/pm/html-string';
import type { Node } from '@tiptap/pm/model';
import type { RichTextJson } from '~/content/core/item';
import { messages } from '~/content/messages';
import type { Locale } from '~/kernel/locale';
import { type DocumentSet, documentExtensions } from './document-sets';
import { element, escapeText, openTag } from './html';
import { renderTable } from './render-table.server';

/** Where a rendered document finds what it points to. */
export interface RenderContext {
  /** The language of the document: of the words that the renderer adds, too. */
  readonly locale: Locale;
  readonly figure: (code: string) => RenderedFigure | null;
  /** The source's place in the numbered list under the lesson, or null. */
  readonly sourceNumber: (ref: string) => number | null;
  readonly hasTerm: (id: string) => boolean;
}

export interface RenderedFigure {
  readonly address: string;
  readonly width: number;
  readonly height: number;
  readonly longDescription: string | null;
}

/** A stretch of HTML, or the place of a practice question, which the page draws itself. */
export type RenderedPart = { readonly kind: 'html'; readonly html: string } | { readonly kind: 'practice'; readonly item: string };

type Mapping<Kind extends 'nodeMapping' | 'markMapping'> = NonNullable<NonNullable<Parameters<typeof renderToHTMLString>[0]['options']>[Kind]>;
type NodeRender = Mapping<'nodeMapping'>[string];

/** No practice questions, sources, terms or figures: for the words of a question. */
export const plainContext = (locale: Locale): RenderContext => ({ locale, figure: () => null, sourceNumber: () => null, hasTerm: () => false });

/**
 * A stored document as HTML. What the schema does not know is shown as a visible placeholder with its words, never dropped.
 * Every text and attribute is escaped; addresses were judged by the gate.
 */
export function renderDocument(set: DocumentSet, document: RichTextJson, context: RenderContext): RenderedPart[] {
  const render = rendererFor(set, context);
  const parts: RenderedPart[] = [];
  let blocks: RichTextJson[] = [];
  const flush = () => {
    if (blocks.length > 0) parts.push({ kind: 'html', html: render(blocks) });
    blocks = [];
  };
  for (const block of document.content ?? []) {
    if (block.type !== 'practice') blocks.push(block);
    else {
      flush();
      parts.push({ kind: 'practice', item: String(block.attrs?.['item']) });
    }
  }
  flush();
  return parts;
}

/** The words of a question as HTML. */
export function renderStem(stem: RichTextJson, locale: Locale): string {
  return renderDocument('stem', stem, plainContext(locale))
    .map((part) => (part.kind === 'html' ? part.html : ''))
    .join('');
}

/** One renderer per document: it counts tables and remembers which terms were met, across all stretches. */
function rendererFor(set: DocumentSet, context: RenderContext): (blocks: readonly RichTextJson[]) => string {
  const say = messages.translator(context.locale);
  const met = new Set<string>();
  let tables = 0;
  let section = '';

  const heading: NodeRender = ({ node, children }) => {
    section = node.textContent;
    return element(`h${node.attrs['level']}`, { id: String(node.attrs['id']) }, inner(children));
  };
  const table: NodeRender = ({ node, renderElement }) => {
    tables += 1;
    const label = section ? say('table.label', { number: tables, section }) : say('table.label-alone', { number: tables });
    return renderTable({ table: node, label, renderBlock: (block, parent) => inner(renderElement({ content: block, parent })) });
  };
  const figure: NodeRender = ({ node }) => renderFigure(node, context);
  const callout: NodeRender = ({ node, children }) => renderCallout(node, { context, inner: inner(children) });
  const unhandledNode: NodeRender = ({ node, children }) => {
    const words = escapeText(say('part.unknown', { type: node.type.name }));
    const body = inner(children);
    return body ? element('div', { class: 'unknown-part', role: 'note' }, `${element('p', {}, words)}${body}`) : element('span', { class: 'unknown-part' }, words);
  };
  const options = {
    nodeMapping: { heading, table, figure, callout },
    markMapping: referenceMarks(context),
    unhandledNode,
    unhandledMark: ({ children }: { children?: string | string[] }) => inner(children),
  };
  return (blocks) => {
    const content = { type: 'doc', content: blocks.map((block) => ({ ...block })) };
    const html = renderToHTMLString({ content: JSON.parse(JSON.stringify(content)), extensions: documentExtensions[set], options });
    return withFirstUses(mergeLinks(html), met);
  };
}

function referenceMarks({ sourceNumber, hasTerm }: RenderContext): Mapping<'markMapping'> {
  return {
    link: ({ mark, children }) => {
      const href = String(mark.attrs['href']);
      return element('a', { href, rel: href.startsWith('/') ? null : 'noopener noreferrer' }, inner(children));
    },
    legalReference: ({ mark, children }) => {
      const ref = String(mark.attrs['ref']);
      const number = sourceNumber(ref);
      if (number === null) return element('span', { class: 'law' }, inner(children));
      return element('a', { class: 'law', href: `#source-${ref}`, 'data-source': number }, inner(children));
    },
    term: ({ mark, children }) => {
      const id = String(mark.attrs['id']);
      return hasTerm(id) ? element('a', { class: 'term', href: `#term-${id}` }, inner(children)) : inner(children);
    },
  };
}

function renderFigure(node: Node, { locale, figure }: RenderContext): string {
  const say = messages.translator(locale);
  const alt = String(node.attrs['alt']);
  const caption = String(node.attrs['caption']);
  const found = figure(String(node.attrs['mediaCode']));
  const words = caption ? element('span', { class: 'caption' }, escapeText(caption)) : '';
  if (!found) {
    const missing = element('p', { class: 'unknown-part' }, escapeText(say('figure.missing', { alt })));
    return element('figure', { class: 'figure' }, missing + (words && element('figcaption', {}, words)));
  }
  const { address, width, height, longDescription } = found;
  const image = openTag('img', { src: address, width, height, loading: 'lazy', decoding: 'async', alt });
  const description = longDescription ? describe(longDescription, say('figure.description')) : '';
  return element('figure', { class: 'figure' }, image + (words || description ? element('figcaption', {}, words + description) : ''));
}

function describe(longDescription: string, summary: string): string {
  const paragraphs = longDescription.split(/\n{2,}/).map((text) => element('p', {}, escapeText(text.trim())));
  return element('details', {}, element('summary', {}, escapeText(summary)) + paragraphs.join(''));
}

function renderCallout(node: Node, { context, inner: body }: { readonly context: RenderContext; readonly inner: string }): string {
  const kind = calloutWord(node.attrs['kind']);
  const label = messages.translator(context.locale)(`callout.${kind}`);
  return element('div', { class: `callout callout-${kind}`, role: 'note', 'aria-label': label }, element('p', { class: 'callout-kind', 'aria-hidden': 'true' }, escapeText(label)) + body);
}

function calloutWord(kind: unknown) {
  return kind === 'decision' || kind === 'caution' || kind === 'law' || kind === 'case' ? kind : 'note';
}

function inner(children: string | string[] | undefined): string {
  return Array.isArray(children) ? children.join('') : (children ?? '');
}

/** `<a>Article </a><a><em>9</em></a>` is one link to the reader, so it is one link on the page. */
function mergeLinks(html: string): string {
  let merged = html;
  for (let before = ''; before !== merged; ) {
    before = merged;
    merged = merged.replace(/(<a [^>]*>)((?:(?!<\/a>)[\s\S])*)<\/a>\1/g, '$1$2');
  }
  return merged;
}

/** The first use of a term gets an id, so that its definition can lead back to the place of reading. */
function withFirstUses(html: string, met: Set<string>): string {
  return html.replace(/<a class="term" href="#term-([a-z0-9-]+)"/g, (tag, id: string) => {
    if (met.has(id)) return tag;
    met.add(id);
    return `${tag} id="use-${id}"`;
  });
}
