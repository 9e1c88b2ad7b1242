import { type ItemKeyAndFeedback, type ItemVersion, listExamItems, listItemKeys, listItemVersions } from '~/content/store/items.server';
import type { ItemVersionId } from '~/kernel/ids';
import type { Reader } from '~/platform/db.server';

export type { ItemKeyAndFeedback, ItemVersion };

/** The exam items that a form is drawn from: the newest version of each that is not retired, without keys. */
export function examBank(reader: Reader, bank: { readonly courseId: string; readonly outcomes: readonly string[] }): Promise<ItemVersion[]> {
  return listExamItems(reader, bank);
}

/** Item versions as they were shown, retired or not, without keys. */
export function itemVersions(reader: Reader, ids: readonly ItemVersionId[]): Promise<ItemVersion[]> {
  return listItemVersions(reader, ids);
}

/** Keys and feedback: for marking, for auditors, and for feedback when nothing is at stake any more. Never for a page of an open attempt. */
export function itemKeys(reader: Reader, ids: readonly ItemVersionId[]): Promise<Map<ItemVersionId, ItemKeyAndFeedback>> {
  return listItemKeys(reader, ids);
}
