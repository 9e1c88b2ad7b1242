import { z } from 'zod';
import { notifyHolder } from '~/certification/commands/notify-holder.server';
import { type CertificateId, parseId } from '~/kernel/ids';

const payloadOf = z.object({ certificateId: z.string().refine((text): text is CertificateId => parseId('certificate', text) !== null) });

/** Tells the holder that the certificate is there. */
export async function run(payload: unknown): Promise<void> {
  await notifyHolder(payloadOf.parse(payload));
}
