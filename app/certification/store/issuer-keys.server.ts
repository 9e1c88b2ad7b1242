import { type AdministrationId, parseId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import type { Reader, Tx } from '~/platform/db.server';

/** Whose key: an administration's, or the platform's own, which signs the status lists of all. */
export type KeyOwner = AdministrationId | 'platform';

export interface IssuerKeyRow {
  readonly id: string;
  readonly fragment: string;
  readonly publicKeyMultibase: string;
  readonly createdAt: Instant;
  readonly retiredAt: Instant | null;
}

/** Every key this owner ever had, oldest first. */
export async function listIssuerKeys(reader: Reader, owner: KeyOwner): Promise<IssuerKeyRow[]> {
  return reader.issuerKey.findMany({ where: { administrationId: owner }, orderBy: [{ createdAt: 'asc' }, { fragment: 'asc' }] });
}

/** One maker of keys per owner at a time. */
export async function lockIssuerKeys(tx: Tx, owner: KeyOwner): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`issuer-key:${owner}`}, 0))::text`;
}

export async function insertIssuerKey(tx: Tx, owner: KeyOwner, key: Omit<IssuerKeyRow, 'retiredAt'>): Promise<void> {
  await tx.issuerKey.create({ data: { ...key, administrationId: owner } });
}

export async function retireIssuerKey(tx: Tx, id: string, at: Instant): Promise<void> {
  await tx.issuerKey.update({ where: { id }, data: { retiredAt: at } });
}

/** The administration with this code, as an owner of keys. */
export async function findKeyOwner(reader: Reader, code: string): Promise<AdministrationId | null> {
  const row = await reader.administration.findUnique({ where: { code }, select: { id: true } });
  return row && parseId('administration', row.id);
}
