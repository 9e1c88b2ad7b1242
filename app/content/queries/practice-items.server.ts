import { type ItemKeyAndFeedback, type ItemVersion, listItemKeys, listPracticeItems } from '~/content/store/items.server';
import type { ItemVersionId } from '~/kernel/ids';
import type { Reader } from '~/platform/db.server';

/** Practice questions without their keys. An exam item among the ids is left out. */
export function practiceItems(reader: Reader, ids: readonly ItemVersionId[]): Promise<ItemVersion[]> {
  return listPracticeItems(reader, ids);
}

/** Key and feedback of practice questions, for those that were answered. An exam item among the ids is left out. */
export async function practiceKeys(reader: Reader, ids: readonly ItemVersionId[]): Promise<Map<ItemVersionId, ItemKeyAndFeedback>> {
  const practice = await listPracticeItems(reader, ids);
  return listItemKeys(reader, practice.map(({ id }) => id));
}
