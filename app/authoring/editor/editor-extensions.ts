import { type AnyExtension, type Extensions, mergeAttributes } from '@tiptap/core';
import { Gapcursor, Placeholder, UndoRedo } from '@tiptap/extensions';
import { ReactNodeViewRenderer } from '@tiptap/react';
import { messages as contentMessages } from '~/content/messages';
import { lessonExtensions } from '~/content/rich-text/lesson-extensions';
import { Callout, parseCalloutKind } from '~/content/rich-text/nodes/callout';
import { Figure } from '~/content/rich-text/nodes/figure';
import { Practice } from '~/content/rich-text/nodes/practice';
import { Table } from '~/content/rich-text/nodes/table';
import type { Locale } from '~/kernel/locale';
import { FigureView } from './figure-view';
import { KeepChosenBlocks } from './keep-chosen-blocks';
import { PracticeView } from './practice-view';

interface EditorWords {
  /** The language of the lesson: callouts carry their labels as readers will see them. */
  readonly locale: Locale;
  readonly placeholder: string;
}

/** The lesson's own schema with views and tools around it. No node, mark or attribute is added here. */
export function editorExtensions({ locale, placeholder }: EditorWords): Extensions {
  const label = contentMessages.translator(locale);
  const views: Readonly<Record<string, AnyExtension>> = {
    figure: Figure.extend({ addNodeView: () => ReactNodeViewRenderer(FigureView) }),
    practice: Practice.extend({ addNodeView: () => ReactNodeViewRenderer(PracticeView) }),
    callout: Callout.extend({
      renderHTML({ node, HTMLAttributes }) {
        const kind = parseCalloutKind(node.attrs['kind']) ?? 'note';
        const name = label(`callout.${kind}`);
        return ['aside', mergeAttributes(HTMLAttributes, { class: `callout callout-${kind}`, role: 'note', 'aria-label': name, 'data-label': name }), 0];
      },
    }),
    // The library writes column widths as inline styles, which the page's policy refuses. Nobody sets widths here. Wide tables scroll.
    table: Table.extend({ renderHTML: () => ['div', { class: 'table-scroll' }, ['table', ['tbody', 0]]] }),
  };
  return [
    ...lessonExtensions.map((extension) => views[extension.name] ?? extension),
    UndoRedo,
    Gapcursor,
    KeepChosenBlocks,
    Placeholder.configure({ placeholder }),
  ];
}
