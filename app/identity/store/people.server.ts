import { z } from 'zod';
import type { Role } from '~/kernel/actor';
import type { AdministrationId, PersonId, PostId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import { type Locale, parseLocale } from '~/kernel/locale';
import type { Prisma, Reader, Tx } from '~/platform/db.server';
import type { ListedPerson } from '../core/views';
import { idColumn, inRoleOrder, localizedColumn } from './columns.server';

interface NewPerson {
  readonly id: PersonId;
  readonly administrationId: AdministrationId | null;
  readonly postId: PostId | null;
  readonly email: string;
  readonly name: string;
  readonly serviceNumber: string | null;
  readonly passwordHash: string | null;
  readonly locale: Locale | null;
  readonly timeZone: string;
  readonly createdAt: Instant;
}

/** The e-mail must have been claimed. @returns false when the service number is taken within the administration */
export async function createPerson(tx: Tx, person: NewPerson): Promise<boolean> {
  const { count } = await tx.person.createMany({ data: [person], skipDuplicates: true });
  return count === 1;
}

/**
 * Whether the e-mail is free, and keeps it so until the transaction ends: whoever registers the same one at the same moment
 * waits here and is then told that it is taken.
 */
export async function claimEmail(tx: Tx, email: string): Promise<boolean> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${emailLocks}::int, hashtext(${email}))`;
  return (await tx.person.findUnique({ where: { email }, select: { id: true } })) === null;
}

/** Any number that no other advisory lock uses. */
const emailLocks = 724_620;

/** Which of these e-mails belong to somebody. */
export async function findKnownEmails(reader: Reader, emails: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await reader.person.findMany({ where: { email: { in: [...emails] } }, select: { email: true } });
  return new Set(rows.map(({ email }) => email));
}

const listed = {
  id: true, name: true, email: true, serviceNumber: true, locale: true, timeZone: true, revision: true, administrationId: true,
  post: { select: { id: true, name: true } },
  roles: { where: { endedAt: null }, select: { role: true } },
} satisfies Prisma.PersonSelect;

const personRow = z.object({
  id: idColumn('person'),
  name: z.string(),
  email: z.string(),
  serviceNumber: z.string().nullable(),
  locale: z.string().nullable(),
  timeZone: z.string(),
  revision: z.number().int(),
  administrationId: idColumn('administration').nullable(),
  post: z.object({ id: idColumn('post'), name: localizedColumn }).nullable(),
  roles: z.array(z.object({ role: z.string() })),
});

function listedPerson(row: unknown): ListedPerson {
  const person = personRow.parse(row);
  return { ...person, locale: parseLocale(person.locale), roles: inRoleOrder(person.roles.map(({ role }) => role)) };
}

export interface PeopleSearch {
  readonly administrationId: AdministrationId;
  /** A piece of the name, the e-mail or the service number; empty for everybody. */
  readonly text: string;
  readonly role: Role | null;
  /** Pages count from 1. */
  readonly page: number;
  readonly pageSize: number;
}

/** People of one administration by name, a page at a time, and how many there are in all. */
export async function searchPeople(reader: Reader, search: PeopleSearch): Promise<{ people: ListedPerson[]; total: number }> {
  const { administrationId, text, role, page, pageSize } = search;
  // LIKE's own wildcards are looked for like any other sign.
  const contains = { contains: text.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' } as const;
  const where: Prisma.PersonWhereInput = {
    administrationId,
    ...(text !== '' && { OR: [{ name: contains }, { email: contains }, { serviceNumber: contains }] }),
    ...(role && { roles: { some: { role, endedAt: null } } }),
  };
  const [total, rows] = await Promise.all([
    reader.person.count({ where }),
    reader.person.findMany({ where, select: listed, orderBy: [{ name: 'asc' }, { id: 'asc' }], skip: (page - 1) * pageSize, take: pageSize }),
  ]);
  return { people: rows.map(listedPerson), total };
}

/** The person of that administration; null when there is none or it is another's. */
export async function findPersonOf(reader: Reader, { administrationId, personId }: { readonly administrationId: AdministrationId; readonly personId: PersonId }): Promise<ListedPerson | null> {
  const row = await reader.person.findFirst({ where: { id: personId, administrationId }, select: listed });
  return row && listedPerson(row);
}

export async function findPerson(reader: Reader, personId: PersonId): Promise<ListedPerson | null> {
  const row = await reader.person.findUnique({ where: { id: personId }, select: listed });
  return row && listedPerson(row);
}

export async function findPersonByEmail(reader: Reader, email: string): Promise<ListedPerson | null> {
  const row = await reader.person.findUnique({ where: { email }, select: listed });
  return row && listedPerson(row);
}

/** Everybody who holds the role, by administration and e-mail. For roles that few hold, and for the command line. */
export async function listHolders(reader: Reader, where: { readonly administrationId?: AdministrationId; readonly role?: Role }): Promise<ListedPerson[]> {
  const { administrationId, role } = where;
  const rows = await reader.person.findMany({
    where: { ...(administrationId && { administrationId }), roles: { some: { endedAt: null, ...(role && { role }) } } },
    select: listed,
    orderBy: [{ administrationId: 'asc' }, { email: 'asc' }],
  });
  return rows.map(listedPerson);
}

export async function hasPassword(reader: Reader, personId: PersonId): Promise<boolean> {
  const row = await reader.person.findUnique({ where: { id: personId }, select: { passwordHash: true } });
  return row?.passwordHash != null;
}

/** Whose service number it is. The administration must be locked for the answer to stay true. */
export async function findByServiceNumber(
  reader: Reader,
  { administrationId, serviceNumber }: { readonly administrationId: AdministrationId; readonly serviceNumber: string },
): Promise<PersonId | null> {
  const row = await reader.person.findUnique({ where: { administrationId_serviceNumber: { administrationId, serviceNumber } }, select: { id: true } });
  return row && z.parse(idColumn('person'), row.id);
}

interface PersonChange {
  readonly personId: PersonId;
  readonly revision: number;
  readonly change: Partial<Pick<NewPerson, 'name' | 'serviceNumber' | 'email' | 'postId'>>;
}

/** Saves only if nobody else has saved since `revision` was read. */
export async function savePerson(tx: Tx, { personId, revision, change }: PersonChange): Promise<boolean> {
  const { count } = await tx.person.updateMany({ where: { id: personId, revision }, data: { ...change, revision: { increment: 1 } } });
  return count === 1;
}

/** What only the person decides. Leaves `revision` alone: it spoils nobody's correction. */
export async function saveChoices(tx: Tx, { personId, locale, timeZone }: { readonly personId: PersonId; readonly locale: Locale | null; readonly timeZone: string }): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: { locale, timeZone } });
}

const holderRow = z.object({
  id: idColumn('person'),
  name: z.string(),
  serviceNumber: z.string().nullable(),
  email: z.string(),
  locale: z.string().nullable(),
  timeZone: z.string(),
  administration: z.object({ id: idColumn('administration'), code: z.string(), name: localizedColumn }),
});

/** A person of an administration together with it; null for an operator. */
export async function findHolder(reader: Reader, personId: PersonId) {
  const row = await reader.person.findFirst({
    where: { id: personId, administrationId: { not: null } },
    select: {
      id: true, name: true, serviceNumber: true, email: true, locale: true, timeZone: true,
      administration: { select: { id: true, code: true, name: true } },
    },
  });
  if (!row) return null;
  const { id, locale, ...holder } = holderRow.parse(row);
  return { personId: id, locale: parseLocale(locale), ...holder };
}
