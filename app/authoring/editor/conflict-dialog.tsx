import { useMemo, useState } from 'react';
import type { LessonText } from '~/authoring/core/draft';
import { lessonDifference } from '~/authoring/core/lesson-difference';
import { mergeDocuments } from '~/authoring/core/merge-documents';
import { messages } from '~/authoring/messages';
import { DifferenceView } from '~/authoring/ui/difference-view';
import { useFormatter, useTranslator } from '~/i18n/speaking';
import { Button } from '~/ui/button';
import { Alert } from '~/ui/notice';
import { Dialog } from './dialog';
import type { SaveState } from './draft-saver';

type Conflict = Extract<SaveState, { kind: 'conflict' }>;

interface ConflictDialogProps {
  readonly conflict: Conflict;
  readonly lang: string;
  /** What stands from now on. */
  readonly onResolve: (text: LessonText) => void;
  /** Puts the writer's own text into a draft of its own; false when that did not work. */
  readonly onKeepCopy: (mine: LessonText) => Promise<boolean>;
  readonly onClose: () => void;
}

/** Two people wrote at the same time. Both texts are there; the writer says what becomes of them, and nothing is thrown away unasked. */
export function ConflictDialog({ conflict, lang, onResolve, onKeepCopy, onClose }: ConflictDialogProps) {
  const t = useTranslator(messages);
  const { time } = useFormatter();
  const { mine, theirs } = conflict;
  const [failed, setFailed] = useState(false);
  const merged = useMemo(() => mergeTexts(conflict), [conflict]);
  const difference = useMemo(() => lessonDifference(theirs, mine), [theirs, mine]);
  const keepCopy = async () => setFailed(!(await onKeepCopy(mine)));
  const actions = (
    <>
      <Button>{t('conflict.merge')}</Button>
      <Button type="button" kind="secondary" onClick={() => void keepCopy()}>{t('conflict.copy')}</Button>
      <Button type="button" kind="secondary" onClick={() => onResolve(mine)}>{t('conflict.mine')}</Button>
      <Button type="button" kind="danger" onClick={() => onResolve({ title: theirs.title, summary: theirs.summary, document: theirs.document })}>{t('conflict.theirs')}</Button>
    </>
  );
  return (
    <Dialog title={t('conflict.title')} wide onClose={onClose} onSubmit={() => onResolve(merged.text)} actions={actions}>
      <p className="mb-3">{t('conflict.lead', { name: theirs.by, time: time(new Date(theirs.at)) })}</p>
      {failed && <Alert kind="bad" role="alert">{t('conflict.copy-failed')}</Alert>}
      <Alert kind={merged.overlaps === 0 ? 'info' : 'warn'}>{t('conflict.merge-explained', { overlaps: merged.overlaps })}</Alert>
      <details open className="mb-3">
        <summary className="mb-2 font-semibold">{t('conflict.difference')}</summary>
        <div className="max-h-96 overflow-y-auto" tabIndex={0} role="region" aria-label={t('conflict.difference')}><DifferenceView difference={difference} lang={lang} /></div>
      </details>
    </Dialog>
  );
}

function mergeTexts({ base, mine, theirs }: Conflict): { readonly text: LessonText; readonly overlaps: number } {
  const { document, overlaps } = mergeDocuments({ base: base.document, mine: mine.document, theirs: theirs.document });
  const pick = (field: 'title' | 'summary') => (mine[field] === base[field] ? theirs[field] : mine[field]);
  return { text: { title: pick('title'), summary: pick('summary'), document }, overlaps };
}
