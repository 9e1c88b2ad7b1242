import { createHash } from 'node:crypto';
import { z } from 'zod';
import { earlier, type Instant } from '~/kernel/instant';
import type { Reader, Tx } from '~/platform/db.server';
import { blockedUntil, networkOf, type ThrottleKind, throttleRules } from '../core/throttle';

/** What is counted under one row. Hashed, so that the table is no list of who mistyped from where. */
export interface ThrottleKey {
  readonly kind: ThrottleKind;
  readonly key: string;
}

export function accountKey(normalEmail: string): ThrottleKey {
  return { kind: 'account', key: `account:${hashed(normalEmail)}` };
}

export function addressKey(address: string): ThrottleKey {
  return { kind: 'address', key: `address:${hashed(networkOf(address))}` };
}

function hashed(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** When each of the keys is free again; keys that nothing blocks are left out. */
export async function findBlocks(reader: Reader, keys: readonly ThrottleKey[]): Promise<Instant[]> {
  const rows = await reader.signInThrottle.findMany({ where: { key: { in: keys.map(({ key }) => key) } }, select: { blockedUntil: true } });
  return rows.flatMap((row) => row.blockedUntil ?? []);
}

/** Counts one failure under each key. The row's lock makes simultaneous failures count one by one. */
export async function countFailure(tx: Tx, { keys, now }: { readonly keys: readonly ThrottleKey[]; readonly now: Instant }): Promise<void> {
  // Always in the same order, so that two counts never wait for one another.
  for (const { kind, key } of keys.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
    const stale = earlier(now, throttleRules[kind].window);
    const rows = await tx.$queryRaw`
      INSERT INTO "SignInThrottle" AS t (key, failures, "windowStart") VALUES (${key}, 1, ${now})
      ON CONFLICT (key) DO UPDATE SET
        failures = CASE WHEN t."windowStart" <= ${stale} THEN 1 ELSE LEAST(t.failures + 1, 1000000) END,
        "windowStart" = CASE WHEN t."windowStart" <= ${stale} THEN ${now} ELSE t."windowStart" END
      RETURNING failures`;
    const [row] = z.tuple([z.object({ failures: z.number().int() })]).parse(rows);
    const until = blockedUntil({ kind, failures: row.failures, now });
    if (until) await tx.signInThrottle.update({ where: { key }, data: { blockedUntil: until } });
  }
}

export async function clearFailures(tx: Tx, { key }: ThrottleKey): Promise<void> {
  await tx.signInThrottle.deleteMany({ where: { key } });
}

/** @returns how many were removed */
export async function removeStaleThrottles(tx: Tx, now: Instant): Promise<number> {
  const oldest = earlier(now, throttleRules.address.window);
  const { count } = await tx.signInThrottle.deleteMany({
    where: { windowStart: { lte: oldest }, OR: [{ blockedUntil: null }, { blockedUntil: { lte: now } }] },
  });
  return count;
}
