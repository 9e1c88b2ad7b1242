import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react';
import { useState } from 'react';
import { messages } from '~/authoring/messages';
import { useTranslator } from '~/i18n/speaking';
import { FigureDialog } from './figure-dialog';
import { useShelf } from './shelf-context';
import { ViewButtons } from './view-buttons';

/** A figure as the reader sees it, with what a writer needs around it. */
export function FigureView({ node, editor, updateAttributes, deleteNode, selected }: NodeViewProps) {
  const t = useTranslator(messages);
  const { figures } = useShelf();
  const [isOpen, setOpen] = useState(false);
  const code = String(node.attrs['mediaCode']);
  const alt = String(node.attrs['alt']);
  const caption = String(node.attrs['caption']);
  const found = figures.find((figure) => figure.code === code);
  return (
    <NodeViewWrapper as="figure" className={`figure ${selected ? 'chosen-block' : ''}`} contentEditable={false} data-drag-handle="">
      {found
        ? <img src={found.address} width={found.width} height={found.height} alt={alt} draggable={false} />
        : <p className="unknown-part">{t('figure.gone', { code })}</p>}
      {caption && <figcaption>{caption}</figcaption>}
      <p className="mt-1 text-sm text-soft">{t('figure.alt-shown', { alt: alt || t('figure.alt-none') })}</p>
      {editor.isEditable && <ViewButtons editLabel={t('figure.edit')} onEdit={() => setOpen(true)} removeLabel={t('figure.remove')} onRemove={deleteNode} />}
      {isOpen && (
        <FigureDialog
          current={{ mediaCode: code, alt, caption }}
          onClose={() => setOpen(false)}
          onChoose={(attributes) => {
            updateAttributes({ ...attributes });
            setOpen(false);
          }}
        />
      )}
    </NodeViewWrapper>
  );
}
