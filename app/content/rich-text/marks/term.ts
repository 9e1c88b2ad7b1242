import { Mark, mergeAttributes } from '@tiptap/core';
import { outermost, referring } from './referring';

/** A word of the glossary. */
export const Term = Mark.create({
  name: 'term',
  priority: outermost,
  excludes: referring,
  inclusive: false,

  addAttributes() {
    return { id: { default: '', parseHTML: (element) => element.getAttribute('data-term') ?? '', renderHTML: ({ id }) => ({ 'data-term': id }) } };
  },

  parseHTML() {
    return [{ tag: 'span[data-term]' }];
  },

  renderHTML({ HTMLAttributes }) {
    return ['span', mergeAttributes(HTMLAttributes), 0];
  },
});
