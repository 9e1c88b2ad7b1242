import { z } from 'zod';
import type { AdministrationId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import type { Localized } from '~/kernel/locale';
import type { Reader, Tx } from '~/platform/db.server';
import type { AdministrationSummary } from '../core/signed-in';
import type { CountedAdministration } from '../core/views';
import { idColumn, localizedColumn } from './columns.server';

const administrationRow = z.object({ id: idColumn('administration'), code: z.string(), name: localizedColumn });
const selected = { id: true, code: true, name: true } as const;

export async function findAdministrationByCode(reader: Reader, code: string): Promise<AdministrationSummary | null> {
  const row = await reader.administration.findUnique({ where: { code }, select: selected });
  return row && administrationRow.parse(row);
}

/** Every administration by code. They are states' services: hundreds at most. */
export async function listAdministrations(reader: Reader): Promise<CountedAdministration[]> {
  const rows = await reader.administration.findMany({
    select: { ...selected, createdAt: true, _count: { select: { people: true, posts: true } } },
    orderBy: { code: 'asc' },
  });
  return rows.map(({ _count, createdAt, ...row }) => ({ ...administrationRow.parse(row), createdAt, ..._count }));
}

interface NewAdministration {
  readonly id: AdministrationId;
  readonly code: string;
  readonly name: Localized;
  readonly createdAt: Instant;
}

/** @returns false when the code is taken */
export async function createAdministration(tx: Tx, given: NewAdministration): Promise<boolean> {
  const { count } = await tx.administration.createMany({ data: [{ ...given, name: { ...given.name } }], skipDuplicates: true });
  return count === 1;
}

/** Holds the administration still: changes to its tree of posts and its service numbers come one after the other. */
export async function lockAdministration(tx: Tx, administrationId: AdministrationId): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Administration" WHERE id = ${administrationId} FOR NO KEY UPDATE`;
}
