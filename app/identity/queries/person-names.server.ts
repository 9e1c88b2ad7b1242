import type { Reader } from '~/platform/db.server';
import { findPersonNames } from '../store/person-names.server';

/** Names by person id, for pages that tell who did what. One query; an id that is nobody's is left out. */
export function personNames(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return findPersonNames(reader, ids);
}
