import type { ItemFigure } from '~/content/core/item';
import { itemVersions } from '~/content/queries/exam-bank.server';
import { renderStem } from '~/content/rich-text/render-document.server';
import type { Locale } from '~/kernel/locale';
import type { Reader } from '~/platform/db.server';
import type { FormItem } from '../core/attempt-form';
import type { ShownItem } from '../core/attempt-view';
import { rulesOf } from '../core/item-types/item-types';
import { RecentlyUsed } from '../store/recently-used.server';

/** The words of a question in one language. There is no room in it for a key. */
interface ShownWords {
  readonly stemHtml: string;
  /** By the author's option id; empty for true/false, whose words are the interface's. */
  readonly options: Readonly<Record<string, string>>;
  readonly figure: ItemFigure | null;
}

/** Two languages of a large bank. */
const recent = new RecentlyUsed<ShownWords>(4000);

/** These questions in one language, rendered once per process: a version never changes. */
export async function shownItems(reader: Reader, { items, locale }: { readonly items: readonly FormItem[]; readonly locale: Locale }): Promise<ShownItem[]> {
  const words = await wordsOf(reader, { items, locale });
  return items.map((item, index): ShownItem => {
    const { stemHtml, options, figure } = words[index] as ShownWords;
    const shown = item.options.map(({ id, option }) =>
      item.type === 'true-false' ? { id, text: null, statement: option === 'true' ? ('true' as const) : ('false' as const) } : { id, text: options[option] ?? '', statement: null },
    );
    return { id: item.id, type: item.type, chooses: rulesOf(item.type).chooses, stemHtml, options: shown, figure };
  });
}

async function wordsOf(reader: Reader, { items, locale }: { readonly items: readonly FormItem[]; readonly locale: Locale }): Promise<ShownWords[]> {
  const found = new Map(items.map(({ itemVersionId }) => [itemVersionId, recent.get(`${itemVersionId} ${locale}`)]));
  const missing = items.map((item) => item.itemVersionId).filter((id) => !found.get(id));
  for (const version of missing.length > 0 ? await itemVersions(reader, missing) : []) {
    const text = version.body.text[locale];
    const words = { stemHtml: renderStem(text.stem, locale), options: text.options, figure: version.body.figure?.[locale] ?? null };
    recent.set(`${version.id} ${locale}`, words);
    found.set(version.id, words);
  }
  return items.map(({ itemVersionId }) => {
    const words = found.get(itemVersionId);
    if (!words) throw new Error(`There is no item version ${itemVersionId}`);
    return words;
  });
}
