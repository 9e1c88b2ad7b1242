import type { Editor, JSONContent } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useId, useRef, useState } from 'react';
import { type LessonText, longestSummary, longestTitle } from '~/authoring/core/draft';
import type { Shelf } from '~/authoring/core/shelf';
import { messages } from '~/authoring/messages';
import { useTranslator } from '~/i18n/speaking';
import type { Locale } from '~/kernel/locale';
import { TextArea, TextField } from '~/ui/field';
import { Alert } from '~/ui/notice';
import '~/content/ui/lesson.css';
import { ConflictDialog } from './conflict-dialog';
import { sameText } from './draft-saver';
import { editorExtensions } from './editor-extensions';
import { keepOwnCopy } from './keep-own-copy';
import type { KeptText } from './local-copy';
import { SaveStatus } from './save-status';
import { useSaveBeforeLeaving } from './use-save-before-leaving';
import { ShelfProvider } from './shelf-context';
import { useDraftSaver } from './use-draft-saver';
import { WritingTools } from './writing-tools';

export interface LessonEditorProps {
  readonly draftId: string;
  readonly personId: string;
  readonly locale: Locale;
  readonly opened: LessonText & { readonly revision: number };
  readonly shelf: Shelf;
}

/** Title, summary and text of one draft, saved as they are written. */
export default function LessonEditor(props: LessonEditorProps) {
  const { locale, shelf } = props;
  const t = useTranslator(messages);
  const textId = useId();
  const lesson = useLessonText(props, textId);
  const { editor, saver, state, text, setTitle, setSummary, resolve, restored } = lesson;
  const [isConflictOpen, setConflictOpen] = useState(true);
  useEffect(() => setConflictOpen(true), [state.kind]);
  useSaveBeforeLeaving(saver);
  if (!editor) return null;
  return (
    <ShelfProvider value={shelf}>
      {restored && <Alert kind="info" role="status">{t('save.restored')}</Alert>}
      <TextField name="title" lang={locale} maxLength={longestTitle} label={t('draft.title')} value={text.title} onChange={(event) => setTitle(event.target.value)} onBlur={() => void saver.saveNow()} />
      <TextArea name="summary" lang={locale} rows={2} maxLength={longestSummary} label={t('draft.summary')} hint={t('draft.summary-hint')} value={text.summary} onChange={(event) => setSummary(event.target.value)} onBlur={() => void saver.saveNow()} />
      <p className="mb-1 font-semibold">{t('draft.text')}</p>
      <WritingTools editor={editor} controls={textId} />
      <EditorContent editor={editor} className="lesson-editor rounded-b-md border border-t-0 border-line-strong bg-raised" lang={locale} />
      <div className="sticky bottom-0 z-10 border-t border-line bg-surface px-1">
        <SaveStatus state={state} onRetry={() => void saver.saveNow()} onOpenConflict={() => setConflictOpen(true)} />
      </div>
      {state.kind === 'conflict' && isConflictOpen && (
        <ConflictDialog
          conflict={state}
          lang={locale}
          onClose={() => setConflictOpen(false)}
          onResolve={(chosen) => resolve(chosen, state.theirs)}
          onKeepCopy={async (mine) => {
            const kept = await keepOwnCopy(props.draftId, mine);
            if (kept) resolve(state.theirs, state.theirs);
            return kept;
          }}
        />
      )}
    </ShelfProvider>
  );
}

type Fields = Pick<LessonText, 'title' | 'summary'>;

function useLessonText({ draftId, personId, locale, opened }: LessonEditorProps, textId: string) {
  const t = useTranslator(messages);
  const [fields, setFields] = useState<Fields>({ title: opened.title, summary: opened.summary });
  const [restored, setRestored] = useState(false);
  const fieldsRef = useRef<Fields>(fields);
  const editorRef = useRef<Editor | null>(null);
  const { saver, state, findKept } = useDraftSaver({ draftId, personId, opened, editor: () => editorRef.current });
  const changed = (next: Fields) => {
    fieldsRef.current = next;
    setFields(next);
    if (editorRef.current) saver.change({ ...next, document: documentOf(editorRef.current) });
  };
  const put = (text: LessonText) => {
    editorRef.current?.commands.setContent(contentOf(text), { emitUpdate: false });
    fieldsRef.current = { title: text.title, summary: text.summary };
    setFields(fieldsRef.current);
    return editorRef.current ? { ...fieldsRef.current, document: documentOf(editorRef.current) } : text;
  };
  const editor = useEditor({
    extensions: editorExtensions({ locale, placeholder: t('draft.placeholder') }),
    content: contentOf(opened),
    injectCSS: false,
    immediatelyRender: false,
    editorProps: {
      attributes: { id: textId, role: 'textbox', 'aria-multiline': 'true', 'aria-label': t('draft.text'), class: 'lesson', lang: locale, spellcheck: 'true' },
    },
    onCreate: ({ editor: made }) => {
      editorRef.current = made;
      // Looked for first: acknowledging what the server has takes the copy on this machine away.
      const kept = findKept();
      saver.acknowledge({ ...fieldsRef.current, document: documentOf(made) });
      setRestored(kept !== null && restore(kept));
    },
    onUpdate: ({ editor: at }) => saver.change({ ...fieldsRef.current, document: documentOf(at) }),
    onBlur: () => void saver.saveNow(),
  });

  /** Words on this machine that the server never had: put back, and saved on the revision they were written on. */
  function restore(kept: KeptText): boolean {
    if (sameText(kept.text, opened)) return false;
    const revision = sameText(kept.base, opened) ? opened.revision : kept.revision;
    saver.resolve(put(kept.text), { ...kept.base, revision });
    return true;
  }

  return {
    editor,
    saver,
    state,
    restored,
    text: fields,
    setTitle: (title: string) => changed({ ...fieldsRef.current, title }),
    setSummary: (summary: string) => changed({ ...fieldsRef.current, summary }),
    resolve: (chosen: LessonText, theirs: LessonText & { readonly revision: number }) => saver.resolve(put(chosen), theirs),
  };
}

/** The stored document in the editor's own type, and as its own copy. */
function contentOf({ document }: LessonText): JSONContent {
  return JSON.parse(JSON.stringify(document));
}

function documentOf(editor: Editor): LessonText['document'] {
  const { type = 'doc', ...rest } = editor.getJSON();
  return JSON.parse(JSON.stringify({ type, ...rest }));
}
