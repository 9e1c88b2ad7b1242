import type { RichTextJson } from '~/content/core/item';

/** One paragraph, heading, list item, table row, figure … of a document, as a reviewer reads it in a comparison. */
export interface ReadableBlock {
  /** The node's own type, with the level of a heading: `paragraph`, `heading2`, `tableRow`, `figure` … */
  readonly kind: string;
  /** What it stands in (`callout`, `listItem` …), the outermost first. */
  readonly within: readonly string[];
  /**
   * Its words with everything a reader would notice written out: `**bold**`, `[words](address)`, `[words](§ source)`, `[words](→ glossary)`. A change of
   * a link's address or of a figure is a change of words here, so that it cannot slip through a review.
   */
  readonly text: string;
}

/** Attributes that no reader sees, as `type.name`: assigned by the machine, or told otherwise below. */
const silent = new Set(['heading.id', 'heading.level', 'figure.mediaCode', 'figure.alt', 'figure.caption']);
const emphasis: Readonly<Record<string, string>> = { bold: '**', italic: '*' };

/** The document as a list of blocks. Unknown nodes are told too, never dropped. */
export function readableBlocks(document: RichTextJson): ReadableBlock[] {
  return (document.content ?? []).flatMap((node) => blocksOf(node, []));
}

function blocksOf(node: RichTextJson, within: readonly string[]): ReadableBlock[] {
  const children = node.content ?? [];
  if (node.type === 'tableRow') return [{ kind: node.type, within, text: children.map(cellText).join(' | ') }];
  if (children.length === 0 || children.some(isInline)) return [{ kind: kindOf(node), within, text: ownText(node) }];
  const inside = [...within, described(node)];
  return children.flatMap((child) => blocksOf(child, inside));
}

function kindOf({ type, attrs }: RichTextJson): string {
  return type === 'heading' ? `heading${String(attrs?.['level'])}` : type;
}

function cellText(cell: RichTextJson): string {
  const mark = cell.type === 'tableHeader' ? '**' : '';
  const text = (cell.content ?? []).flatMap((child) => blocksOf(child, [])).map((block) => block.text).join(' ¶ ');
  return text && `${mark}${text}${mark}${spans(cell)}`;
}

function spans(cell: RichTextJson): string {
  const { colspan, rowspan } = cell.attrs ?? {};
  return (colspan ?? 1) === 1 && (rowspan ?? 1) === 1 ? '' : ` ⟨${String(colspan)}×${String(rowspan)}⟩`;
}

function isInline(node: RichTextJson): boolean {
  return node.type === 'text' || node.type === 'hardBreak' || node.marks !== undefined;
}

function ownText(node: RichTextJson): string {
  const words = (node.content ?? []).map(inlineText).join('');
  const attributes = attributesText(node);
  if (node.type === 'practice') return String(node.attrs?.['item']);
  if (node.type === 'figure') return [node.attrs?.['caption'], `⟨${String(node.attrs?.['mediaCode'])}⟩`, node.attrs?.['alt'], attributes].filter(Boolean).join('\n');
  return [words, attributes && `⟨${attributes}⟩`].filter(Boolean).join(' ');
}

function inlineText(node: RichTextJson): string {
  if (node.type === 'hardBreak') return '\n';
  const words = node.type === 'text' ? (node.text ?? '') : `⟨${described(node)}⟩${(node.content ?? []).map(inlineText).join('')}`;
  return (node.marks ?? []).reduce(marked, words);
}

function marked(words: string, mark: { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }): string {
  const sign = emphasis[mark.type];
  if (sign) return `${sign}${words}${sign}`;
  if (mark.type === 'link') return `[${words}](${String(mark.attrs?.['href'])})`;
  if (mark.type === 'legalReference') return `[${words}](§ ${String(mark.attrs?.['ref'])})`;
  if (mark.type === 'term') return `[${words}](→ ${String(mark.attrs?.['id'])})`;
  return `[${words}]⟨${described(mark)}⟩`;
}

function described(node: { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }): string {
  return [node.type, attributesText(node)].filter(Boolean).join(' ');
}

function attributesText({ type, attrs = {} }: { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }): string {
  return Object.entries(attrs)
    .filter(([name, value]) => !silent.has(`${type}.${name}`) && !(name === 'start' && value === 1) && value !== null && value !== undefined && value !== '')
    .map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' ');
}
