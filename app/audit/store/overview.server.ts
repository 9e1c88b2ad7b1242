import { z } from 'zod';
import type { AdministrationId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import type { Reader } from '~/platform/db.server';
import { openStates } from '../core/attempt-filter';

/** An administration in numbers. */
export interface Overview {
  readonly certificates: { readonly valid: number; readonly expired: number; readonly suspended: number; readonly revoked: number; readonly superseded: number };
  readonly attempts: { readonly started: number; readonly passed: number; readonly failed: number; readonly voided: number; readonly open: number };
}

const count = z.bigint().transform(Number);
const certificateCounts = z.object({ valid: count, expired: count, suspended: count, revoked: count, superseded: count });
const attemptCounts = z.object({ started: count, passed: count, failed: count, voided: count, open: count });

export async function readOverview(reader: Reader, { administrationId, now }: { readonly administrationId: AdministrationId; readonly now: Instant }): Promise<Overview> {
  const [certificates] = await reader.$queryRaw<unknown[]>`
    SELECT count(*) FILTER (WHERE "state" = 'issued' AND "validUntil" >= ${now}) AS "valid",
      count(*) FILTER (WHERE "state" = 'issued' AND "validUntil" < ${now}) AS "expired",
      count(*) FILTER (WHERE "state" = 'suspended') AS "suspended",
      count(*) FILTER (WHERE "state" = 'revoked') AS "revoked",
      count(*) FILTER (WHERE "state" = 'superseded') AS "superseded"
    FROM "Certificate" WHERE "administrationId" = ${administrationId}`;
  const [attempts] = await reader.$queryRaw<unknown[]>`
    SELECT count(*) AS "started",
      count(*) FILTER (WHERE a."state" IN ('released', 'underAppeal') AND g."passed") AS "passed",
      count(*) FILTER (WHERE a."state" IN ('released', 'underAppeal') AND NOT g."passed") AS "failed",
      count(*) FILTER (WHERE a."state" = 'voided') AS "voided",
      count(*) FILTER (WHERE a."state" = ANY(${[...openStates]}::text[])) AS "open"
    FROM "Attempt" a
      LEFT JOIN LATERAL (SELECT "passed" FROM "Grade" WHERE "attemptId" = a."id" ORDER BY "number" DESC LIMIT 1) g ON true
    WHERE a."administrationId" = ${administrationId}`;
  return { certificates: certificateCounts.parse(certificates), attempts: attemptCounts.parse(attempts) };
}
