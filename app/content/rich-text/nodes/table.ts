import { Table as TiptapTable, TableCell as TiptapTableCell, TableHeader as TiptapTableHeader, TableRow as TiptapTableRow } from '@tiptap/extension-table';

/** A table with an optional caption; without one, readers of screens are told the section that it stands in. */
export const Table = TiptapTable.extend({
  addAttributes() {
    return {
      caption: {
        default: null,
        parseHTML: (element) => element.querySelector('caption')?.textContent?.trim() || null,
        rendered: false,
      },
    };
  },
}).configure({ resizable: false });

export const TableRow = TiptapTableRow;

const cellContent = '(paragraph | bulletList | orderedList)+';

function cellAttributes() {
  const span = (name: string) => ({
    default: 1,
    parseHTML: (element: HTMLElement) => {
      const value = Number.parseInt(element.getAttribute(name) ?? '', 10);
      return Number.isInteger(value) && value >= 1 && value <= 20 ? value : 1;
    },
  });
  // `colwidth` is what the table editing of ProseMirror expects to find; nobody sets it here.
  return { colspan: span('colspan'), rowspan: span('rowspan'), colwidth: { default: null, parseHTML: () => null, rendered: false } };
}

export const TableHeader = TiptapTableHeader.extend({ content: cellContent, addAttributes: cellAttributes });

export const TableCell = TiptapTableCell.extend({ content: cellContent, addAttributes: cellAttributes });
