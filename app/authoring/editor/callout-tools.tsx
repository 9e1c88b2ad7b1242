import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { messages } from '~/authoring/messages';
import { calloutKinds } from '~/content/rich-text/nodes/callout';
import { useTranslator } from '~/i18n/speaking';
import { Tool, Toolbar, ToolGroup } from './toolbar';

/** The kinds of a callout, while the pen stands in one. */
export function CalloutTools({ editor, controls }: { readonly editor: Editor; readonly controls: string }) {
  const t = useTranslator(messages);
  const current = useEditorState({ editor, selector: ({ editor: at }) => String(at.getAttributes('callout')['kind'] ?? '') });
  return (
    <Toolbar label={t('callout.tools')} first="callout-note" controls={controls}>
      <ToolGroup label={t('callout.kind')}>
        {calloutKinds.map((kind) => (
          <Tool key={kind} id={`callout-${kind}`} label={t(`callout.kind.${kind}`)} pressed={current === kind} onUse={() => editor.chain().focus().updateAttributes('callout', { kind }).run()} />
        ))}
      </ToolGroup>
      <ToolGroup label={t('callout.frame')}>
        <Tool id="callout-lift" label={t('callout.lift')} onUse={() => editor.chain().focus().lift('callout').run()} />
      </ToolGroup>
    </Toolbar>
  );
}
