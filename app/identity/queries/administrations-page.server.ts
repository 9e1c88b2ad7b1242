import { db } from '~/platform/db.server';
import type { AdministrationSummary } from '../core/signed-in';
import type { CountedAdministration, ListedPerson } from '../core/views';
import { findAdministrationByCode, listAdministrations } from '../store/administrations.server';
import { listHolders } from '../store/people.server';

export function administrationsPage(): Promise<CountedAdministration[]> {
  return listAdministrations(db);
}

export interface AdministrationPage {
  readonly administration: AdministrationSummary;
  /** All that an operator sees of an administration's people. */
  readonly coordinators: readonly ListedPerson[];
}

export async function administrationPage(code: string): Promise<AdministrationPage | null> {
  const administration = await findAdministrationByCode(db, code);
  return administration && { administration, coordinators: await listHolders(db, { administrationId: administration.id, role: 'coordinator' }) };
}
