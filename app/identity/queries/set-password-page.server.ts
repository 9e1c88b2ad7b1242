import type { Instant } from '~/kernel/instant';
import { db } from '~/platform/db.server';
import { findUsableLink, type UsableLink } from '../store/one-time-links.server';

/** Whom the link lets set a password, null when it does not work any more. */
export function setPasswordPage(asked: { readonly token: string; readonly now: Instant }): Promise<UsableLink | null> {
  return findUsableLink(db, asked);
}
