import { Heading as TiptapHeading } from '@tiptap/extension-heading';

/** Levels 2 and 3 only: level 1 is the lesson's title. The id is assigned by the gate before saving and then stays. */
export const Heading = TiptapHeading.extend({
  addAttributes() {
    return {
      level: { default: 2, rendered: false },
      // A pasted heading brings no id: the gate gives each heading its own.
      id: { default: null, parseHTML: () => null },
    };
  },
}).configure({ levels: [2, 3] });
