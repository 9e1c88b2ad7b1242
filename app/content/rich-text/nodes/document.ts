import { Document as TiptapDocument } from '@tiptap/extension-document';

/** A lesson: blocks and practice questions. */
export const LessonDocument = TiptapDocument.extend({ content: '(block | practiceBlock)+' });

/** The words of a question. */
export const StemDocument = TiptapDocument.extend({ content: '(paragraph | bulletList | orderedList)+' });
