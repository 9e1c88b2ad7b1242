import type { PersonId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import type { Locale } from '~/kernel/locale';
import { done, refused, type Result } from '~/kernel/result';
import { withTransaction } from '~/platform/db.server';
import { grantableBy } from '../core/role-rules';
import type { SignedInActor } from '../core/signed-in';
import { findPerson } from '../store/people.server';
import { mailLink } from './mail-link.server';

export type SendLinkRefusal = 'person-not-found' | 'link-for-nobody' | 'not-your-task';

export const sendLinkStatus = {
  'person-not-found': 404,
  'link-for-nobody': 409,
  'not-your-task': 403,
} satisfies Record<SendLinkRefusal, number>;

interface SendLink {
  readonly personId: PersonId;
  /** For people who have chosen no language. */
  readonly locale: Locale;
}

/** Mails a fresh link to set a password to the person's own address, never to the one who asks. */
export function sendLink({ personId, locale }: SendLink, { actor, now }: { readonly actor: SignedInActor; readonly now: Instant }): Promise<Result<true, SendLinkRefusal>> {
  return withTransaction('send-link', async (tx) => {
    const reachable = grantableBy(actor.role);
    if (reachable.length === 0) return refused('not-your-task');
    const person = await findPerson(tx, personId);
    if (!person || (actor.role !== 'operator' && person.administrationId !== actor.administrationId)) return refused('person-not-found');
    if (person.roles.length === 0) return refused('link-for-nobody');
    if (!person.roles.some((role) => reachable.includes(role))) return refused('person-not-found');
    await mailLink(tx, { personId, occasion: 'invitation', to: { ...person, locale: person.locale ?? locale }, now });
    return done(true);
  });
}
