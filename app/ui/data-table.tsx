import type { ReactNode } from 'react';

interface DataTableProps {
  readonly caption: ReactNode;
  readonly head: readonly ReactNode[];
  /** The first cell of each row is its header. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
  readonly hideCaption?: boolean;
}

/** A table that scrolls sideways inside its own focusable frame, so that the page never does. */
export function DataTable({ caption, head, rows, hideCaption = false }: DataTableProps) {
  return (
    <div className="relative mb-6 overflow-x-auto rounded-md border border-line bg-raised" tabIndex={0} role="region" aria-label={typeof caption === 'string' ? caption : undefined}>
      <table className="w-full border-collapse text-start">
        <caption className={hideCaption ? 'sr-only' : 'px-4 py-3 text-start font-semibold'}>{caption}</caption>
        <thead>
          <tr>{head.map((cell, index) => <th key={index} scope="col" className="border-b border-line bg-sunken px-4 py-2 text-start text-sm text-soft">{cell}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className="border-b border-line last:border-b-0">
              {row.cells.map((cell, index) =>
                index === 0
                  ? <th key={index} scope="row" className="px-4 py-2 text-start align-top font-semibold">{cell}</th>
                  : <td key={index} className="px-4 py-2 text-start align-top">{cell}</td>,
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
