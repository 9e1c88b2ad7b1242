import { ListItem as TiptapListItem } from '@tiptap/extension-list';

/** An entry of a list: a paragraph, then more paragraphs or lists. */
export const ListItem = TiptapListItem.extend({ content: 'paragraph (paragraph | bulletList | orderedList)*' });
