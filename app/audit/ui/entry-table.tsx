import { useFormatter, useTranslator } from '~/i18n/speaking';
import { DataTable } from '~/ui/data-table';
import { messages } from '../messages';

export interface ListedEntry {
  readonly entryId: string;
  readonly type: string;
  readonly index: number | null;
  readonly loggedAt: string | null;
  readonly opening: { readonly record: object; readonly evidence: object } | null;
  readonly inclusionFile: string | null;
}

const text = 'block max-w-xl break-all whitespace-pre-wrap text-xs';

/** The entries of the log that this rests on, opened. */
export function EntryTable({ entries }: { readonly entries: readonly ListedEntry[] }) {
  const t = useTranslator(messages);
  const format = useFormatter();
  return (
    <DataTable
      caption={t('stage.entries')}
      head={[t('entry.index'), t('entry.type'), t('entry.logged'), t('entry.opened')]}
      rows={entries.map((entry) => ({
        key: entry.entryId,
        cells: [
          entry.index === null ? '…' : format.number(entry.index),
          <code key="type" className="text-sm">{entry.type}</code>,
          entry.loggedAt === null ? t('outcome.pending') : <time key="at" dateTime={entry.loggedAt} className="whitespace-nowrap text-sm">{entry.loggedAt}</time>,
          <details key="opened">
            <summary className="py-0.5">{t('entry.show')}</summary>
            <code className={text}>{JSON.stringify({ ...entry.opening?.record, evidence: entry.opening?.evidence }, null, 1)}</code>
            {entry.inclusionFile && <code className={`${text} mt-2`}>{entry.inclusionFile}</code>}
          </details>,
        ],
      }))}
    />
  );
}
