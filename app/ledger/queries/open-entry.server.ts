import { db } from '~/platform/db.server';
import { findOpening, type StoredOpening } from '../store/entries.server';

/** What an auditor needs to open an entry in full: both salts, record and evidence. Null once it was forgotten. */
export type OpenedEntry = StoredOpening;

export async function openEntry(entryId: string): Promise<OpenedEntry | null> {
  return findOpening(db, entryId);
}
