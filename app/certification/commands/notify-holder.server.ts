import type { CertificateId } from '~/kernel/ids';
import { withTransaction } from '~/platform/db.server';
import { getCertificate } from '../store/certificates.server';
import { tellHolder } from './tell-holder.server';

/** Tells the holder that the certificate is there to be downloaded. Run twice, the mail may come twice; it is never lost. */
export async function notifyHolder({ certificateId }: { readonly certificateId: CertificateId }): Promise<void> {
  await withTransaction('notify-holder', async (tx) => {
    const certificate = await getCertificate(tx, certificateId);
    await tellHolder(tx, certificate, { event: 'issued', reason: '', replacedBy: null });
  });
}
