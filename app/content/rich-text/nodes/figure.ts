import { mergeAttributes, Node } from '@tiptap/core';

export interface FigureAttributes {
  /** Code of a figure of `content/media`: never an address. */
  readonly mediaCode: string;
  /** What the picture says, for those who cannot see it. Required. */
  readonly alt: string;
  readonly caption: string;
}

/** A picture with its words. */
export const Figure = Node.create({
  name: 'figure',
  group: 'block',
  atom: true,
  draggable: true,

  addAttributes() {
    return {
      mediaCode: { default: '', parseHTML: (element) => element.getAttribute('data-media') ?? '', renderHTML: ({ mediaCode }) => ({ 'data-media': mediaCode }) },
      alt: { default: '', parseHTML: (element) => element.getAttribute('data-alt') ?? '', renderHTML: ({ alt }) => ({ 'data-alt': alt }) },
      caption: { default: '', parseHTML: (element) => element.getAttribute('data-caption') ?? '', renderHTML: ({ caption }) => ({ 'data-caption': caption }) },
    };
  },

  parseHTML() {
    return [{ tag: 'figure[data-media]' }];
  },

  renderHTML({ HTMLAttributes }) {
    return ['figure', mergeAttributes(HTMLAttributes)];
  },
});
