import { db } from '~/platform/db.server';
import type { LedgerRecord } from '../core/commitment';
import type { LedgerEventType } from '../core/ledger-event';
import { listFactsAbout } from '../store/entries.server';

/** A fact with its place in the log. `record` is null once it was forgotten. */
export type PlacedFact = { readonly entryId: string; readonly index: number; readonly record: LedgerRecord | null };

/** Where the log holds facts of this type about this thing, in order. Those still waiting for a place are left out. */
export async function placesOfFact(about: { readonly type: LedgerEventType; readonly subjectId: string }): Promise<PlacedFact[]> {
  return listFactsAbout(db, about);
}
