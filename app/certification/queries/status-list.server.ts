import type { JsonObject } from '~/kernel/canonical-json';
import type { Instant } from '~/kernel/instant';
import { db } from '~/platform/db.server';
import { inReadableOrder } from '../core/readable-order';
import type { StatusListName } from '../core/status-lists';
import { findEdition } from '../store/status-lists.server';

/** The signed edition that is or was in force; null when there was none then, or no such list. */
export async function statusListEdition(name: StatusListName, at?: Instant): Promise<{ readonly credential: JsonObject; readonly digest: string; readonly createdAt: Instant } | null> {
  const edition = await findEdition(db, name, at);
  return edition && { credential: inReadableOrder(edition.credential), digest: edition.digest, createdAt: edition.createdAt };
}
