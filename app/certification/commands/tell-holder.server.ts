import { certificateHolder } from '~/identity/queries/certificate-holder.server';
import type { Tx } from '~/platform/db.server';
import { env } from '~/platform/env.server';
import { addJob } from '~/platform/jobs.server';
import type { Certificate } from '../core/certificate';
import type { CertificateEventType } from '../core/certificate-machine';
import type { CertificateNumber } from '../core/certificate-number';
import { certifiedFacts } from '../core/certified-facts';
import { messages } from '../messages';

interface News {
  readonly event: CertificateEventType;
  readonly reason: string;
  readonly replacedBy: CertificateNumber | null;
}

/** Has a mail sent to the holder about what happened to the certificate, in the holder's language, in the caller's transaction. */
export async function tellHolder(tx: Tx, certificate: Certificate, { event, reason, replacedBy }: News): Promise<void> {
  const holder = await certificateHolder(tx, certificate.personId);
  if (!holder) return;
  const t = messages.translator(holder.locale ?? certificate.locale);
  const { title } = certifiedFacts(certificate.credential);
  const { origin } = env();
  const words = {
    name: holder.name,
    title,
    number: certificate.number,
    reason,
    replacedBy: replacedBy ?? '',
    address: `${origin}/verify/${certificate.number}`,
    certificates: `${origin}/certificates`,
  };
  await addJob(tx, 'send-mail', { to: holder.email, subject: t(`mail.${event}.subject`, words), text: t(`mail.${event}.text`, words) });
}
