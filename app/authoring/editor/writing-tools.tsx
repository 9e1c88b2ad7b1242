import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { messages } from '~/authoring/messages';
import { useTranslator } from '~/i18n/speaking';
import { CalloutTools } from './callout-tools';
import { InsertTools } from './insert-tools';
import { TableTools } from './table-tools';
import { Tool, Toolbar, ToolGroup } from './toolbar';

/** Everything a writer can do to the text, as buttons with names. Tools of a table or a callout come when the pen stands in one. */
export function WritingTools({ editor, controls }: { readonly editor: Editor; readonly controls: string }) {
  const t = useTranslator(messages);
  const place = useEditorState({ editor, selector: ({ editor: at }) => ({ inTable: at.isActive('table'), inCallout: at.isActive('callout') }) });
  return (
    <div className="rounded-t-md border border-line-strong bg-sunken p-1 sm:sticky sm:top-0 sm:z-10">
      <Toolbar label={t('tools.label')} first="heading2" controls={controls}>
        <TextTools editor={editor} />
        <InsertTools editor={editor} />
        <HistoryTools editor={editor} />
      </Toolbar>
      {place.inCallout && <CalloutTools editor={editor} controls={controls} />}
      {place.inTable && <TableTools editor={editor} controls={controls} />}
    </div>
  );
}

function TextTools({ editor }: { readonly editor: Editor }) {
  const t = useTranslator(messages);
  const active = useEditorState({
    editor,
    selector: ({ editor: at }) => ({
      heading2: at.isActive('heading', { level: 2 }),
      heading3: at.isActive('heading', { level: 3 }),
      bold: at.isActive('bold'),
      italic: at.isActive('italic'),
      bulletList: at.isActive('bulletList'),
      orderedList: at.isActive('orderedList'),
      blockquote: at.isActive('blockquote'),
    }),
  });
  const chain = () => editor.chain().focus();
  return (
    <ToolGroup label={t('tools.text')}>
      <Tool id="heading2" label={t('tools.heading2')} face="H2" pressed={active.heading2} shortcut="Control+Alt+2" onUse={() => chain().toggleHeading({ level: 2 }).run()} />
      <Tool id="heading3" label={t('tools.heading3')} face="H3" pressed={active.heading3} shortcut="Control+Alt+3" onUse={() => chain().toggleHeading({ level: 3 }).run()} />
      <Tool id="bold" label={t('tools.bold')} face={<b>{t('tools.bold-face')}</b>} pressed={active.bold} shortcut="Control+B" onUse={() => chain().toggleBold().run()} />
      <Tool id="italic" label={t('tools.italic')} face={<i>{t('tools.italic-face')}</i>} pressed={active.italic} shortcut="Control+I" onUse={() => chain().toggleItalic().run()} />
      <Tool id="bulletList" label={t('tools.bullets')} face={<ListFace dots />} pressed={active.bulletList} shortcut="Control+Shift+8" onUse={() => chain().toggleBulletList().run()} />
      <Tool id="orderedList" label={t('tools.numbers')} face={<ListFace />} pressed={active.orderedList} shortcut="Control+Shift+7" onUse={() => chain().toggleOrderedList().run()} />
      <Tool id="blockquote" label={t('tools.quote')} face="“ ”" pressed={active.blockquote} shortcut="Control+Shift+B" onUse={() => chain().toggleBlockquote().run()} />
    </ToolGroup>
  );
}

/** Three lines, with dots or with figures before them. */
function ListFace({ dots = false }: { readonly dots?: boolean }) {
  const marks = dots ? 'M4 6h.01M4 12h.01M4 18h.01' : 'M3 5l1.500-1v4M3 11c0-1.500 2.500-1.500 2.500 0c0 1-2.500 2-2.500 2.500h2.500M3 17h2l-1 1.500c1 0 1.500 2.500-1 2';
  return (
    <svg viewBox="0 0 24 24" className="size-5 rtl:-scale-x-100" fill="none" stroke="currentColor" strokeWidth={dots ? 2.5 : 1.5} strokeLinecap="round" aria-hidden="true" focusable="false">
      <path d={`${marks}M9 6h12M9 12h12M9 18h12`} />
    </svg>
  );
}

function HistoryTools({ editor }: { readonly editor: Editor }) {
  const t = useTranslator(messages);
  const can = useEditorState({ editor, selector: ({ editor: at }) => ({ undo: at.can().undo(), redo: at.can().redo() }) });
  return (
    <ToolGroup label={t('tools.history')}>
      <Tool id="undo" label={t('tools.undo')} unavailable={!can.undo} shortcut="Control+Z" onUse={() => editor.chain().focus().undo().run()} />
      <Tool id="redo" label={t('tools.redo')} unavailable={!can.redo} shortcut="Control+Shift+Z" onUse={() => editor.chain().focus().redo().run()} />
    </ToolGroup>
  );
}
