import type { PersonId } from '~/kernel/ids';
import { days, type Duration, hours, type Instant } from '~/kernel/instant';
import type { Locale } from '~/kernel/locale';
import type { Tx } from '~/platform/db.server';
import { env } from '~/platform/env.server';
import { addJob } from '~/platform/jobs.server';
import { messages } from '../messages';
import { createLink } from '../store/one-time-links.server';

/** Why a link to set a password is sent; each is good for its own time. */
export type LinkOccasion = 'invitation' | 'forgotten';

const validFor: Record<LinkOccasion, Duration> = { invitation: days(3), forgotten: hours(2) };
const hoursValid: Record<LinkOccasion, number> = { invitation: 72, forgotten: 2 };

interface LinkFor {
  readonly personId: PersonId;
  readonly occasion: LinkOccasion;
  readonly now: Instant;
}

/** Makes a link that sets a password once. @returns the whole address */
export async function makeLink(tx: Tx, { personId, occasion, now }: LinkFor): Promise<string> {
  const token = await createLink(tx, { personId, now, validFor: validFor[occasion] });
  return `${env().origin}/set-password/${token}`;
}

interface LinkByMail extends LinkFor {
  readonly to: { readonly email: string; readonly name: string; readonly locale: Locale };
}

/** Makes a link and has it sent, in the caller's transaction. */
export async function mailLink(tx: Tx, { to, ...link }: LinkByMail): Promise<void> {
  const address = await makeLink(tx, link);
  const t = messages.translator(to.locale);
  const words = { name: to.name, link: address, hours: hoursValid[link.occasion], origin: env().origin };
  await addJob(tx, 'send-mail', {
    to: to.email,
    subject: t(`mail.${link.occasion}.subject`),
    text: t(`mail.${link.occasion}.text`, words),
  });
}
