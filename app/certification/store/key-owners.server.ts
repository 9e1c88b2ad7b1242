import type { Reader } from '~/platform/db.server';
import type { IssuerKeyRow, KeyOwner } from './issuer-keys.server';

/** An issuer with every key it ever had, oldest first. */
export interface OwnedKeys {
  readonly code: string;
  readonly name: string;
  readonly keys: readonly IssuerKeyRow[];
}

/** Everybody who ever had a signing key: administrations by their code, and the platform under the one given. */
export async function listOwnedKeys(reader: Reader, platform: { readonly owner: KeyOwner; readonly code: string }): Promise<OwnedKeys[]> {
  const rows = await reader.issuerKey.findMany({ orderBy: [{ createdAt: 'asc' }, { fragment: 'asc' }] });
  const owners = [...new Set(rows.map(({ administrationId }) => administrationId))];
  const administrations = await reader.administration.findMany({ where: { id: { in: owners } }, select: { id: true, code: true, name: true } });
  const known = [...administrations, { id: platform.owner, code: platform.code, name: 'Bluepost' }];
  return known
    .map(({ id, code, name }) => ({ code, name: sourceName(name), keys: rows.filter((row) => row.administrationId === id) }))
    .filter(({ keys }) => keys.length > 0)
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Names are stored in every language of the interface; one of them is enough to recognise an issuer. */
function sourceName(name: unknown): string {
  if (typeof name === 'string') return name;
  const inEnglish = (name as Record<string, unknown> | null)?.['en'];
  return typeof inEnglish === 'string' ? inEnglish : '';
}
