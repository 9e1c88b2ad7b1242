import type { Editor } from '@tiptap/core';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { LessonText } from '~/authoring/core/draft';
import type { RichTextJson } from '~/content/core/item';
import { DraftSaver } from './draft-saver';
import { type KeptText, localCopy } from './local-copy';
import { sendDraft } from './send-draft';
import { takeHeadingIds } from './take-heading-ids';

interface SaverOf {
  readonly draftId: string;
  readonly personId: string;
  readonly opened: LessonText & { readonly revision: number };
  readonly editor: () => Editor | null;
}

/** One saver for the life of the editor, tied to the page: it saves when the writer looks away and warns before words are lost. */
export function useDraftSaver({ draftId, personId, opened, editor }: SaverOf) {
  const editorRef = useRef(editor);
  editorRef.current = editor;
  const [{ saver, copy }] = useState(() => {
    const made = localCopy({ draftId, personId });
    const onStored = (sent: LessonText, document: RichTextJson) => takeHeadingIds(editorRef.current(), sent.document, document);
    return { copy: made, saver: new DraftSaver({ acknowledged: opened, send: (request) => sendDraft(draftId, request), keep: made.keep, onStored }) };
  });
  const state = useSyncExternalStore(saver.subscribe, () => saver.state, () => saver.state);
  useEffect(() => tieToPage(saver), [saver]);
  const findKept = useCallback((): KeptText | null => copy.find(), [copy]);
  return { saver, state, findKept };
}

function tieToPage(saver: DraftSaver): () => void {
  const warn = (event: BeforeUnloadEvent) => {
    if (saver.isUnsaved) event.preventDefault();
  };
  const hidden = () => {
    if (document.visibilityState === 'hidden') void saver.saveNow();
  };
  const now = () => void saver.saveNow();
  window.addEventListener('beforeunload', warn);
  window.addEventListener('online', now);
  window.addEventListener('blur', now);
  document.addEventListener('visibilitychange', hidden);
  return () => {
    window.removeEventListener('beforeunload', warn);
    window.removeEventListener('online', now);
    window.removeEventListener('blur', now);
    document.removeEventListener('visibilitychange', hidden);
    saver.stop();
  };
}
