import type { Editor } from '@tiptap/core';
import { messages } from '~/authoring/messages';
import { useTranslator } from '~/i18n/speaking';
import { Tool, Toolbar, ToolGroup } from './toolbar';

/** Rows, columns and headers, while the pen stands in a table. */
export function TableTools({ editor, controls }: { readonly editor: Editor; readonly controls: string }) {
  const t = useTranslator(messages);
  const chain = () => editor.chain().focus();
  return (
    <Toolbar label={t('table.tools')} first="row-above" controls={controls}>
      <ToolGroup label={t('table.rows')}>
        <Tool id="row-above" label={t('table.row-above')} onUse={() => chain().addRowBefore().run()} />
        <Tool id="row-below" label={t('table.row-below')} onUse={() => chain().addRowAfter().run()} />
        <Tool id="row-remove" label={t('table.row-remove')} onUse={() => chain().deleteRow().run()} />
      </ToolGroup>
      <ToolGroup label={t('table.columns')}>
        <Tool id="column-before" label={t('table.column-before')} onUse={() => chain().addColumnBefore().run()} />
        <Tool id="column-after" label={t('table.column-after')} onUse={() => chain().addColumnAfter().run()} />
        <Tool id="column-remove" label={t('table.column-remove')} onUse={() => chain().deleteColumn().run()} />
      </ToolGroup>
      <ToolGroup label={t('table.whole')}>
        <Tool id="header-row" label={t('table.header-row')} onUse={() => chain().toggleHeaderRow().run()} />
        <Tool id="header-column" label={t('table.header-column')} onUse={() => chain().toggleHeaderColumn().run()} />
        <Tool id="table-remove" label={t('table.remove')} onUse={() => chain().deleteTable().run()} />
      </ToolGroup>
    </Toolbar>
  );
}
