import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { messages } from '~/authoring/messages';
import { useTranslator } from '~/i18n/speaking';
import { ChooseDialog } from './choose-dialog';
import { FigureDialog } from './figure-dialog';
import { LinkDialog } from './link-dialog';
import { insertCallout, insertPractice, markWords, selectedWords } from './editor-commands';
import { useShelf } from './shelf-context';
import { Tool, ToolGroup } from './toolbar';

type Opened = 'link' | 'law' | 'term' | 'figure' | 'practice' | null;

/** What leads out of the text or into it: links, sources, terms, figures, tables, callouts, practice questions. */
export function InsertTools({ editor }: { readonly editor: Editor }) {
  const t = useTranslator(messages);
  const [opened, setOpened] = useState<Opened>(null);
  const active = useEditorState({
    editor,
    selector: ({ editor: at }) => ({
      link: at.isActive('link'),
      law: at.isActive('legalReference'),
      term: at.isActive('term'),
      callout: at.isActive('callout'),
      table: at.isActive('table'),
    }),
  });
  useEffect(() => {
    const openLink = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      event.preventDefault();
      setOpened('link');
    };
    const text = editor.view.dom;
    text.addEventListener('keydown', openLink);
    return () => text.removeEventListener('keydown', openLink);
  }, [editor]);
  return (
    <>
      <ToolGroup label={t('tools.insert')}>
        <Tool id="link" label={t('tools.link')} pressed={active.link} shortcut="Control+K" onUse={() => setOpened('link')} />
        <Tool id="law" label={t('tools.law')} pressed={active.law} onUse={() => setOpened('law')} />
        <Tool id="term" label={t('tools.term')} pressed={active.term} onUse={() => setOpened('term')} />
        <Tool id="callout" label={t('tools.callout')} pressed={active.callout} onUse={() => insertCallout(editor)} />
        <Tool id="table" label={t('tools.table')} unavailable={active.table} onUse={() => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()} />
        <Tool id="figure" label={t('tools.figure')} onUse={() => setOpened('figure')} />
        <Tool id="practice" label={t('tools.practice')} onUse={() => setOpened('practice')} />
      </ToolGroup>
      <OpenedDialog editor={editor} opened={opened} onClose={() => setOpened(null)} />
    </>
  );
}

interface OpenedDialogProps {
  readonly editor: Editor;
  readonly opened: Opened;
  readonly onClose: () => void;
}

function OpenedDialog({ editor, opened, onClose }: OpenedDialogProps) {
  const t = useTranslator(messages);
  const shelf = useShelf();
  const words = opened ? selectedWords(editor) : '';
  // The dialog gives the focus back as it goes; only after that may the text take it.
  const then = (act: () => void) => {
    flushSync(onClose);
    act();
  };
  if (opened === 'link') return <LinkTool editor={editor} onClose={onClose} />;
  if (opened === 'figure') return <FigureDialog onClose={onClose} onChoose={(attrs) => then(() => editor.chain().focus().insertContent({ type: 'figure', attrs: { ...attrs } }).run())} />;
  if (opened === 'practice') {
    const choices = shelf.practiceItems.map((item) => ({ value: item.code, label: item.stem, detail: item.code }));
    return <ChooseDialog title={t('practice.dialog')} choices={choices} onClose={onClose} onChoose={({ value }) => then(() => insertPractice(editor, value))} />;
  }
  if (opened === 'law') {
    const choices = shelf.sources.map((source) => ({ value: source.ref, label: source.title, detail: source.publisher }));
    const chosen = String(editor.getAttributes('legalReference')['ref'] ?? '');
    return <ChooseDialog title={t('law.dialog')} choices={choices} chosen={chosen} words={words} onClose={onClose} onChoose={(choice) => then(() => markWords(editor, { mark: 'legalReference', attributes: { ref: choice.value }, words: choice.words }))} />;
  }
  if (opened === 'term') {
    const choices = shelf.terms.map((term) => ({ value: term.id, label: term.term, detail: term.definition }));
    const chosen = String(editor.getAttributes('term')['id'] ?? '');
    return <ChooseDialog title={t('term.dialog')} choices={choices} chosen={chosen} words={words} onClose={onClose} onChoose={(choice) => then(() => markWords(editor, { mark: 'term', attributes: { id: choice.value }, words: choice.words }))} />;
  }
  return null;
}

function LinkTool({ editor, onClose }: { readonly editor: Editor; readonly onClose: () => void }) {
  const href = String(editor.getAttributes('link')['href'] ?? '');
  return (
    <LinkDialog
      href={href}
      words={selectedWords(editor)}
      onClose={onClose}
      onRemove={href ? () => { flushSync(onClose); editor.chain().focus().extendMarkRange('link').unsetMark('link').run(); } : null}
      onChoose={(link) => {
        flushSync(onClose);
        markWords(editor, { mark: 'link', attributes: { href: link.href }, words: link.words });
      }}
    />
  );
}
