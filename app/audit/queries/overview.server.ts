import type { AdministrationId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import { db } from '~/platform/db.server';
import type { AbsenceFinding } from '../core/absences';
import { findAbsences } from '../store/absences.server';
import { type Overview, readOverview } from '../store/overview.server';

export interface Glance extends Overview {
  readonly absences: readonly AbsenceFinding[];
}

/** The numbers of an administration, and what is missing in them. */
export async function glance(looked: { readonly administrationId: AdministrationId; readonly now: Instant }): Promise<Glance> {
  const [overview, absences] = await Promise.all([readOverview(db, looked), findAbsences(db, looked)]);
  return { ...overview, absences };
}

/** What is missing, or is there and should not be. */
export function completeness(looked: { readonly administrationId: AdministrationId; readonly now: Instant }): Promise<AbsenceFinding[]> {
  return findAbsences(db, looked);
}
