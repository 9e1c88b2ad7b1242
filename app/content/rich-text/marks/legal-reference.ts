import { Mark, mergeAttributes } from '@tiptap/core';
import { outermost, referring } from './referring';

/** An article of a law or treaty, tied to a source that stands under the lesson. */
export const LegalReference = Mark.create({
  name: 'legalReference',
  priority: outermost,
  excludes: referring,
  inclusive: false,

  addAttributes() {
    return { ref: { default: '', parseHTML: (element) => element.getAttribute('data-ref') ?? '', renderHTML: ({ ref }) => ({ 'data-ref': ref }) } };
  },

  parseHTML() {
    return [{ tag: 'span[data-ref]' }];
  },

  renderHTML({ HTMLAttributes }) {
    return ['span', mergeAttributes(HTMLAttributes), 0];
  },
});
