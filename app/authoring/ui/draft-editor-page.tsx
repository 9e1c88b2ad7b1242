import { Form, Link } from '@remix-run/react';
import { Component, lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import type { DraftPage } from '~/authoring/core/draft-views';
import { messages } from '~/authoring/messages';
import { useTranslator } from '~/i18n/speaking';
import { Button, ButtonLink } from '~/ui/button';
import { Alert } from '~/ui/notice';
import { DraftFrame } from './draft-frame';

/** 145 kB of editor: only here, and only once the page is up. */
const LessonEditor = lazy(() => import('~/authoring/editor/lesson-editor'));

interface DraftEditorPageProps {
  readonly page: DraftPage;
  readonly personId: string;
  /** The lesson as readers will see it: what stands here without JavaScript and until the editor is there. */
  readonly reading: ReactNode;
}

export function DraftEditorPage({ page, personId, reading }: DraftEditorPageProps) {
  const t = useTranslator(messages);
  const { draftId, locale, text, revision, shelf, may, state } = page;
  const actions = (
    <>
      <ButtonLink kind="secondary" to={`/studio/drafts/${draftId}/preview`}>{t('draft.to-preview')}</ButtonLink>
      <ButtonLink to={`/studio/drafts/${draftId}/review`}>{may.submit ? t('draft.to-review') : t('draft.to-review-page')}</ButtonLink>
    </>
  );
  const opened = { title: text.title, summary: text.summary, document: text.document, revision };
  return (
    <DraftFrame head={page} title={page.title || t('draft.untitled')} actions={actions}>
      <OtherDrafts others={page.others} />
      {may.write
        ? <OnceHydrated fallback={<><noscript><Alert kind="warn">{t('draft.needs-script')}</Alert></noscript>{reading}</>}>
            <EditorFailed words={t('draft.editor-failed')} reading={reading}>
              <Suspense fallback={<p role="status">{t('draft.loading')}</p>}>
                <LessonEditor key={draftId} draftId={draftId} personId={personId} locale={locale} opened={opened} shelf={shelf} />
              </Suspense>
            </EditorFailed>
          </OnceHydrated>
        : <><Locked page={page} words={t('draft.locked', { state: t(`state.${state}`) })} />{reading}</>}
    </DraftFrame>
  );
}

function OtherDrafts({ others }: { readonly others: DraftPage['others'] }) {
  const t = useTranslator(messages);
  if (others.length === 0) return null;
  return (
    <Alert kind="info" title={t('draft.others-open')}>
      <ul>{others.map((other) => <li key={other.draftId}><Link to={`/studio/drafts/${other.draftId}`}>{other.title || t('draft.untitled')}</Link></li>)}</ul>
    </Alert>
  );
}

/** Why nobody writes here now, and the way back to the pen for who has it. */
function Locked({ page, words }: { readonly page: DraftPage; readonly words: string }) {
  const t = useTranslator(messages);
  return (
    <Alert kind="info" title={words}>
      {page.may.takeBack && (
        <Form method="post" action={`/studio/drafts/${page.draftId}/review`} className="mt-2">
          <input type="hidden" name="revision" value={page.revision} />
          <input type="hidden" name="documentHash" value={page.documentHash} />
          <Button name="step" value="take-back" kind="secondary">{t('review.take-back')}</Button>
          {page.state === 'approved' && <p className="mt-2">{t('review.take-back-approved')}</p>}
        </Form>
      )}
    </Alert>
  );
}

/** The editor lives in the browser alone: the server's page and the first one in the browser must be the same. */
function OnceHydrated({ children, fallback }: { readonly children: ReactNode; readonly fallback: ReactNode }) {
  const [isHydrated, setHydrated] = useState(false);
  useEffect(() => setHydrated(true), []);
  return isHydrated ? children : fallback;
}

interface EditorFailedProps {
  readonly words: string;
  readonly reading: ReactNode;
  readonly children: ReactNode;
}

/** On a broken line the editor's code may not arrive: then the text is still there to read. */
class EditorFailed extends Component<EditorFailedProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    const { words, reading, children } = this.props;
    return this.state.failed ? <><Alert kind="bad" role="alert">{words}</Alert>{reading}</> : children;
  }
}
