import { publishStatusLists } from '~/certification/commands/publish-status-lists.server';
import { writeTrustFile } from '~/certification/commands/write-trust-file.server';
import type { Instant } from '~/kernel/instant';

/** Signs a fresh edition of every status list: daily, and after each decision about a certificate. */
export async function run(_payload: unknown, { now }: { readonly now: Instant }): Promise<void> {
  await publishStatusLists(now);
  // The lists' own first key, or a rotated one, becomes known to the offline verifier here.
  await writeTrustFile();
}
