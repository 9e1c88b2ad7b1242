import { Blockquote as TiptapBlockquote } from '@tiptap/extension-blockquote';

/** Words of somebody else: of a law, a report, a driver at the barrier. */
export const Blockquote = TiptapBlockquote.extend({ content: '(paragraph | bulletList | orderedList)+' });
