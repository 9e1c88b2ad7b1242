import type { Instant } from '~/kernel/instant';
import type { Locale } from '~/kernel/locale';
import { withTransaction } from '~/platform/db.server';
import { retryAfterSeconds } from '../core/throttle';
import { findCredentials } from '../store/credentials.server';
import { findPerson } from '../store/people.server';
import { accountKey, addressKey, countFailure, findBlocks } from '../store/throttles.server';
import { mailLink } from './mail-link.server';

interface AskForLink {
  /** Normalised. */
  readonly email: string;
  readonly address: string;
  /** The language of the page that was asked from, for people who have chosen none. */
  readonly locale: Locale;
}

export type AskForLinkOutcome = { readonly ok: true } | { readonly ok: false; readonly refusal: 'sign-in-throttled'; readonly retryAfterSeconds: number };

/**
 * Mails a link to set a new password, if there is such an account; the answer is the same if there is none. Each request counts
 * like a failed sign-in, so that nobody can fill a stranger's mailbox or walk through addresses.
 */
export async function askForLink({ email, address, locale }: AskForLink, { now }: { readonly now: Instant }): Promise<AskForLinkOutcome> {
  const keys = [accountKey(`link:${email}`), addressKey(address)];
  return withTransaction('ask-for-link', async (tx) => {
    const wait = retryAfterSeconds(await findBlocks(tx, keys), now);
    if (wait !== null) return { ok: false, refusal: 'sign-in-throttled', retryAfterSeconds: wait };
    await countFailure(tx, { keys, now });
    const account = await findCredentials(tx, email);
    const person = account && (await findPerson(tx, account.personId));
    if (person) await mailLink(tx, { personId: person.id, occasion: 'forgotten', to: { ...person, locale: person.locale ?? locale }, now });
    return { ok: true };
  });
}
