import type { Node } from '@tiptap/pm/model';
import { element, escapeText } from './html';

interface TableToRender {
  readonly table: Node;
  /** What a table without a caption is called when it is read aloud. */
  readonly label: string;
  readonly renderBlock: (block: Node, parent: Node) => string;
}

/**
 * A table in a region of its own that scrolls sideways on a narrow screen and can be reached with the keyboard. Header cells say
 * what they head: a cell of the first row its column, any other its row.
 */
export function renderTable({ table, label, renderBlock }: TableToRender): string {
  const caption: unknown = table.attrs['caption'];
  const name = typeof caption === 'string' && caption ? caption : label;
  const rows: string[] = [];
  table.forEach((row, _offset, index) => {
    rows.push(renderRow({ row, first: index === 0, renderBlock }));
  });
  const [head = '', ...body] = rows;
  const hasHead = isHead(table.firstChild);
  const captionElement = element('caption', { class: caption ? null : 'unseen' }, escapeText(name));
  const content = hasHead ? element('thead', {}, head) + element('tbody', {}, body.join('')) : element('tbody', {}, rows.join(''));
  return element('div', { class: 'table-scroll', role: 'region', tabindex: 0, 'aria-label': name }, element('table', {}, captionElement + content));
}

interface RowToRender {
  readonly row: Node;
  readonly first: boolean;
  readonly renderBlock: TableToRender['renderBlock'];
}

function renderRow({ row, first, renderBlock }: RowToRender): string {
  const cells: string[] = [];
  row.forEach((cell) => {
    const isHeader = cell.type.name === 'tableHeader';
    const { colspan, rowspan } = cell.attrs;
    const span = { colspan: colspan > 1 ? Number(colspan) : null, rowspan: rowspan > 1 ? Number(rowspan) : null };
    const attributes = isHeader ? { scope: first ? 'col' : 'row', ...span } : span;
    cells.push(element(isHeader ? 'th' : 'td', attributes, renderCell(cell, renderBlock)));
  });
  return element('tr', {}, cells.join(''));
}

/** A cell with one paragraph is written without it: smaller, and read aloud without a pause. */
function renderCell(cell: Node, renderBlock: TableToRender['renderBlock']): string {
  const blocks: string[] = [];
  cell.forEach((block) => {
    blocks.push(renderBlock(block, cell));
  });
  const [only = ''] = blocks;
  return blocks.length === 1 && cell.firstChild?.type.name === 'paragraph' ? only.replace(/^<p>|<\/p>$/g, '') : blocks.join('');
}

function isHead(row: Node | null): boolean {
  if (!row || row.childCount === 0) return false;
  let headers = 0;
  row.forEach((cell) => {
    if (cell.type.name === 'tableHeader') headers += 1;
  });
  return headers === row.childCount;
}
