import { z } from 'zod';
import type { CertificateId } from '~/kernel/ids';
import { parseId } from '~/kernel/ids';
import type { Reader } from '~/platform/db.server';
import type { CertificateNumber } from '../core/certificate-number';
import { statusListLength } from '../core/status-list';

/** Everything whose change makes a made-up answer about a certificate untrue, in one query. */
export interface Freshness {
  readonly id: CertificateId;
  readonly revision: number;
  /** Its entry is in a signed checkpoint. */
  readonly recorded: boolean;
  /** Ids of the newest editions of its two status lists. */
  readonly revocation: string | null;
  readonly suspension: string | null;
}

const row = z.object({
  id: z.string().refine((text): text is CertificateId => parseId('certificate', text) !== null),
  revision: z.number(),
  recorded: z.boolean(),
  revocation: z.string().nullable(),
  suspension: z.string().nullable(),
});

export async function findFreshness(reader: Reader, number: CertificateNumber): Promise<Freshness | null> {
  const [found] = await reader.$queryRaw<unknown[]>`
    SELECT c."id", c."revision",
      COALESCE((SELECT l."index" < (SELECT max("size") FROM "LedgerCheckpoint") FROM "LedgerLeaf" l WHERE l."entryId" = c."ledgerEntryId"), false) AS "recorded",
      (SELECT e."id" FROM "StatusListEdition" e WHERE e."list" = 'revocation-' || (c."statusIndex" / ${statusListLength}::int + 1) ORDER BY e."createdAt" DESC LIMIT 1) AS "revocation",
      (SELECT e."id" FROM "StatusListEdition" e WHERE e."list" = 'suspension-' || (c."statusIndex" / ${statusListLength}::int + 1) ORDER BY e."createdAt" DESC LIMIT 1) AS "suspension"
    FROM "Certificate" c WHERE c."number" = ${number}`;
  return found === undefined ? null : row.parse(found);
}
