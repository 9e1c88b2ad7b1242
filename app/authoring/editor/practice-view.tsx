import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react';
import { useState } from 'react';
import { messages } from '~/authoring/messages';
import { useTranslator } from '~/i18n/speaking';
import { ChooseDialog } from './choose-dialog';
import { useShelf } from './shelf-context';
import { ViewButtons } from './view-buttons';

/** A practice question by reference: its words, from the course's bank. */
export function PracticeView({ node, editor, updateAttributes, deleteNode, selected }: NodeViewProps) {
  const t = useTranslator(messages);
  const { practiceItems } = useShelf();
  const [isOpen, setOpen] = useState(false);
  const code = String(node.attrs['item']);
  const found = practiceItems.find((item) => item.code === code);
  return (
    <NodeViewWrapper className={`practice-reference ${selected ? 'chosen-block' : ''}`} contentEditable={false} data-drag-handle="">
      <p className="text-sm font-semibold text-accent">{t('practice.label', { code })}</p>
      <p>{found ? found.stem : t('practice.gone')}</p>
      {editor.isEditable && <ViewButtons editLabel={t('practice.edit')} onEdit={() => setOpen(true)} removeLabel={t('practice.remove')} onRemove={deleteNode} />}
      {isOpen && (
        <ChooseDialog
          title={t('practice.dialog')}
          choices={practiceItems.map((item) => ({ value: item.code, label: item.stem, detail: item.code }))}
          chosen={code}
          onClose={() => setOpen(false)}
          onChoose={({ value }) => {
            updateAttributes({ item: value });
            setOpen(false);
          }}
        />
      )}
    </NodeViewWrapper>
  );
}
