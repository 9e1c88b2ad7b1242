import { mergeAttributes, Node } from '@tiptap/core';

export const calloutKinds = ['note', 'decision', 'caution', 'law', 'case'] as const;
export type CalloutKind = (typeof calloutKinds)[number];

export function parseCalloutKind(text: unknown): CalloutKind | null {
  return calloutKinds.find((kind) => kind === text) ?? null;
}

/** A framed passage: a note, a decision at the counter, a caution, the law, a case that happened. */
export const Callout = Node.create({
  name: 'callout',
  group: 'block',
  content: '(paragraph | bulletList | orderedList | table | blockquote | figure)+',
  defining: true,

  addAttributes() {
    return {
      kind: {
        default: 'note',
        parseHTML: (element) => parseCalloutKind(element.getAttribute('data-kind')) ?? 'note',
        renderHTML: ({ kind }) => ({ 'data-kind': kind }),
      },
    };
  },

  parseHTML() {
    return [{ tag: 'aside[data-kind]' }];
  },

  renderHTML({ HTMLAttributes }) {
    return ['aside', mergeAttributes(HTMLAttributes), 0];
  },
});
