import { OrderedList as TiptapOrderedList } from '@tiptap/extension-list';

/** A numbered list. Only where it starts is stored: letters and Roman numerals are the reader's style sheet's business. */
export const OrderedList = TiptapOrderedList.extend({
  addAttributes() {
    return {
      start: {
        default: 1,
        parseHTML: (element) => {
          const start = Number.parseInt(element.getAttribute('start') ?? '', 10);
          return Number.isInteger(start) && start >= 0 && start <= 999 ? start : 1;
        },
      },
    };
  },
});
