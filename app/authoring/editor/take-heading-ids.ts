import type { Editor } from '@tiptap/core';
import type { RichTextJson } from '~/content/core/item';

/**
 * The gate gave new headings their ids: the editor takes them over, so that a link to a heading lives on when its words change. Only
 * where the text has not moved on since it was sent; outside the history, since undoing it would mean nothing to a writer.
 */
export function takeHeadingIds(editor: Editor | null, sent: RichTextJson, stored: RichTextJson): void {
  if (!editor || editor.isDestroyed || editor.state.doc.childCount !== (sent.content ?? []).length) return;
  const { tr, doc } = editor.state;
  doc.forEach((block, position, index) => {
    const id = stored.content?.[index]?.attrs?.['id'];
    const isSame = stored.content?.[index]?.type === 'heading' && block.type.name === 'heading';
    if (isSame && typeof id === 'string' && block.attrs['id'] === null) tr.setNodeAttribute(position, 'id', id);
  });
  if (tr.docChanged) editor.view.dispatch(tr.setMeta('addToHistory', false));
}
