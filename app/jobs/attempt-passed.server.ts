import { z } from 'zod';
import { issueCertificate } from '~/certification/commands/issue-certificate.server';
import { type AttemptId, parseId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import { logger } from '~/platform/logger.server';

const payloadOf = z.object({ attemptId: z.string().refine((text): text is AttemptId => parseId('attempt', text) !== null) });

/**
 * Issues the certificate of a passed attempt. A refusal is final: what does not hold now will not hold later, so it is logged and not
 * tried again; /audit/completeness shows the pass that has no certificate.
 */
export async function run(payload: unknown, { now }: { readonly now: Instant }): Promise<void> {
  const { attemptId } = payloadOf.parse(payload);
  const issued = await issueCertificate({ attemptId }, { now });
  if (!issued.ok) logger.error({ attemptId, refusal: issued.refusal }, 'a passed attempt got no certificate');
}
