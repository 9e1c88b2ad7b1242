import { z } from 'zod';
import type { Instant } from '~/kernel/instant';
import { sendMail } from '~/platform/mail.server';

const mail = z.strictObject({ to: z.email(), subject: z.string().min(1), text: z.string().min(1) });

/** Sends one mail. Run twice, it sends the same Message-ID again, or replaces the same file of the outbox. */
export async function run(payload: unknown, { now }: { readonly now: Instant }): Promise<void> {
  await sendMail({ ...mail.parse(payload), at: now });
}
