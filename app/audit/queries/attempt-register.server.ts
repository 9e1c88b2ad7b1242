import type { AdministrationId, PersonId } from '~/kernel/ids';
import { db } from '~/platform/db.server';
import { type AttemptFilter, formatAttemptPlace } from '../core/attempt-filter';
import { type AttemptRow, findOfficer, listAssessmentCodes, searchAttempts } from '../store/attempts.server';

const pageLength = 50;

export interface AttemptRegister {
  readonly rows: readonly AttemptRow[];
  readonly next: string | null;
}

interface Asked {
  readonly administrationId: AdministrationId;
  readonly filter: AttemptFilter & { readonly personId?: PersonId };
}

/** A page of /audit/attempts: every sitting, failed and voided ones too. */
export async function attemptRegister({ administrationId, filter }: Asked): Promise<AttemptRegister> {
  const rows = await searchAttempts(db, { administrationId, filter, limit: pageLength + 1 });
  const shown = rows.slice(0, pageLength);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > pageLength && last ? formatAttemptPlace(last) : null };
}

export function assessmentChoices(): Promise<string[]> {
  return listAssessmentCodes(db);
}

export interface OfficerAttempts extends AttemptRegister {
  readonly name: string;
  readonly serviceNumber: string | null;
}

/** Every attempt of one officer of the administration; null when there is no such officer there. */
export async function officerAttempts(wanted: { readonly administrationId: AdministrationId; readonly personId: PersonId; readonly filter: AttemptFilter }): Promise<OfficerAttempts | null> {
  const officer = await findOfficer(db, wanted);
  if (!officer) return null;
  const register = await attemptRegister({ administrationId: wanted.administrationId, filter: { ...wanted.filter, personId: wanted.personId } });
  return { ...officer, ...register };
}
