import { mergeAttributes, Node } from '@tiptap/core';

/** A practice question, by the code of its item; answered on the page. Stands between the blocks of a lesson, never inside one. */
export const Practice = Node.create({
  name: 'practice',
  group: 'practiceBlock',
  atom: true,
  draggable: true,

  addAttributes() {
    return {
      item: { default: '', parseHTML: (element) => element.getAttribute('data-item') ?? '', renderHTML: ({ item }) => ({ 'data-item': item }) },
    };
  },

  parseHTML() {
    return [{ tag: 'div[data-item]' }];
  },

  renderHTML({ HTMLAttributes }) {
    return ['div', mergeAttributes(HTMLAttributes)];
  },
});
