import { Extension } from '@tiptap/core';
import { NodeSelection, Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/**
 * Typing while a figure or a practice question is chosen writes below it. ProseMirror would replace the block by the first letter: to
 * a writer who only clicked on it, it would be gone.
 */
export const KeepChosenBlocks = Extension.create({
  name: 'keepChosenBlocks',
  addProseMirrorPlugins: () => [new Plugin({ props: { handleTextInput: (view, _from, _to, text) => writeBelow(view, text) } })],
});

function writeBelow(view: EditorView, text: string): boolean {
  const { selection, schema, tr } = view.state;
  const paragraph = schema.nodes['paragraph'];
  if (!(selection instanceof NodeSelection) || !selection.node.isBlock || !selection.node.isAtom || !paragraph) return false;
  tr.insert(selection.to, paragraph.create(null, schema.text(text)));
  tr.setSelection(TextSelection.create(tr.doc, selection.to + 1 + text.length));
  view.dispatch(tr.scrollIntoView());
  return true;
}
