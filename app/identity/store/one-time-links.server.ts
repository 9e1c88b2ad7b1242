import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { PersonId } from '~/kernel/ids';
import type { Duration, Instant } from '~/kernel/instant';
import { earlier, later, days } from '~/kernel/instant';
import { parseLocale, type Locale } from '~/kernel/locale';
import type { Reader, Tx } from '~/platform/db.server';
import { random } from '~/platform/random.server';
import { idColumn } from './columns.server';

/** 256 random bits in base 64 for URLs. */
const tokenPattern = /^[A-Za-z0-9_-]{43}$/;

function atRest(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

interface NewLink {
  readonly personId: PersonId;
  readonly now: Instant;
  readonly validFor: Duration;
}

/** @returns the token, which is stored nowhere but in the link itself */
export async function createLink(tx: Tx, { personId, now, validFor }: NewLink): Promise<string> {
  const token = Buffer.from(random(32)).toString('base64url');
  await tx.oneTimeLink.create({ data: { tokenHash: atRest(token), personId, createdAt: now, expiresAt: later(now, validFor) } });
  return token;
}

export interface UsableLink {
  readonly personId: PersonId;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale | null;
}

/** Whom a link lets set a password: null when it is unknown, used, too old, or its person holds no role any more. */
export async function findUsableLink(reader: Reader, { token, now }: { readonly token: string; readonly now: Instant }): Promise<UsableLink | null> {
  if (!tokenPattern.test(token)) return null;
  const row = await reader.oneTimeLink.findFirst({
    where: { tokenHash: atRest(token), usedAt: null, expiresAt: { gt: now }, person: { roles: { some: { endedAt: null } } } },
    select: { person: { select: { id: true, name: true, email: true, locale: true } } },
  });
  if (!row) return null;
  return { personId: z.parse(idColumn('person'), row.person.id), name: row.person.name, email: row.person.email, locale: parseLocale(row.person.locale) };
}

/** Uses the link up, and with it every other one of the person. @returns false when somebody was faster */
export async function useUpLink(tx: Tx, { token, personId, now }: { readonly token: string; readonly personId: PersonId; readonly now: Instant }): Promise<boolean> {
  const { count } = await tx.oneTimeLink.updateMany({
    where: { tokenHash: atRest(token), personId, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  if (count === 0) return false;
  await useUpLinksOf(tx, { personId, now });
  return true;
}

/** No link sent earlier may set the password of somebody who has just set it, or who has left. */
export async function useUpLinksOf(tx: Tx, { personId, now }: { readonly personId: PersonId; readonly now: Instant }): Promise<void> {
  await tx.oneTimeLink.updateMany({ where: { personId, usedAt: null }, data: { usedAt: now } });
}

/** @returns how many were removed */
export async function removeOldLinks(tx: Tx, now: Instant): Promise<number> {
  const { count } = await tx.oneTimeLink.deleteMany({ where: { expiresAt: { lte: earlier(now, days(30)) } } });
  return count;
}
