import type { Editor, JSONContent } from '@tiptap/core';

const referring = ['link', 'legalReference', 'term'];

/** The words that a link or reference would stand on: the selection, or the whole reference that the pen stands in. */
export function selectedWords(editor: Editor): string {
  const { from, to, empty } = editor.state.selection;
  if (!empty) return editor.state.doc.textBetween(from, to, ' ');
  const mark = referring.find((name) => editor.isActive(name));
  if (!mark) return '';
  const node = editor.state.selection.$from.nodeBefore ?? editor.state.selection.$from.nodeAfter;
  return node?.text ?? '';
}

interface MarkedWords {
  readonly mark: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly words: string;
}

/** Marks the selected words, or changes the reference under the pen, or writes the given words there. */
export function markWords(editor: Editor, { mark, attributes, words }: MarkedWords): void {
  const current = referring.find((name) => editor.isActive(name));
  const chain = editor.chain().focus();
  if (!editor.state.selection.empty) chain.setMark(mark, attributes).run();
  else if (current) chain.extendMarkRange(current).setMark(mark, attributes).run();
  else chain.insertContent({ type: 'text', text: words, marks: [{ type: mark, attrs: { ...attributes } }] }).run();
}

/** Frames the paragraphs under the selection; inside a callout it takes the frame away. */
export function insertCallout(editor: Editor): void {
  const chain = editor.chain().focus();
  if (editor.isActive('callout')) chain.lift('callout').run();
  else if (editor.can().wrapIn('callout')) chain.wrapIn('callout', { kind: 'note' }).run();
  else insertAtTopLevel(editor, { type: 'callout', attrs: { kind: 'note' }, content: [{ type: 'paragraph' }] });
}

/** A practice question stands between the blocks of a lesson: it is put after the one that the pen stands in. */
export function insertPractice(editor: Editor, item: string): void {
  insertAtTopLevel(editor, { type: 'practice', attrs: { item } });
}

function insertAtTopLevel(editor: Editor, content: JSONContent): void {
  const { $to } = editor.state.selection;
  const after = $to.depth === 0 ? $to.pos : $to.after(1);
  editor.chain().focus().insertContentAt(after, content).run();
}
