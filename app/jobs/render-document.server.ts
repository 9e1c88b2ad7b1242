import { z } from 'zod';
import { renderDocument } from '~/certification/commands/render-document.server';
import { type CertificateId, parseId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';

const payloadOf = z.object({ certificateId: z.string().refine((text): text is CertificateId => parseId('certificate', text) !== null) });

/** Renders the PDF of a certificate, or puts it off until the log has the certificate's entry. Run twice, it renders once. */
export async function run(payload: unknown, { now }: { readonly now: Instant }): Promise<void> {
  await renderDocument(payloadOf.parse(payload), { now });
}
