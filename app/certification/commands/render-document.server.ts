import { bytesToHex } from '@noble/hashes/utils.js';
import { sha256Of, utf8 } from '~/kernel/bytes';
import type { CertificateId } from '~/kernel/ids';
import { type Instant, later, seconds } from '~/kernel/instant';
import { done, type Result } from '~/kernel/result';
import { db, withTransaction } from '~/platform/db.server';
import { addJob } from '~/platform/jobs.server';
import type { Certificate } from '../core/certificate';
import { certifiedFacts } from '../core/certified-facts';
import { certificatePdf } from '../document/certificate-pdf.server';
import { messages } from '../messages';
import { provenCertificate } from '../queries/certificate-proof.server';
import { readTrustFile } from '../queries/presented-file.server';
import { getCertificate } from '../store/certificates.server';
import { findDocument, insertDocument, lockDocument } from '../store/documents.server';
import { writeTrustFile } from './write-trust-file.server';

/** The log gives an entry its place within two seconds; this is how often a document looks. */
const lookAgainAfter = seconds(2);

/**
 * Renders the PDF of a certificate, once, when its entry is in a signed checkpoint: paper and proof are born together. Until then the
 * job puts itself off. With the document the holder is told.
 */
export async function renderDocument(request: { readonly certificateId: CertificateId }, { now }: { readonly now: Instant }): Promise<Result<'rendered' | 'already', 'entry-pending'>> {
  const { certificateId } = request;
  const certificate = await getCertificate(db, certificateId);
  if (await findDocument(db, certificateId)) return done('already');
  const bytes = await drawDocument(certificate);
  if (!bytes.ok) {
    await withTransaction('put-off-document', (tx) => addJob(tx, 'render-document', request, { key: `render ${certificateId}`, runAt: later(now, lookAgainAfter) }));
    return bytes;
  }
  await pinKeyOf(certificate);
  return withTransaction('keep-document', async (tx) => {
    await lockDocument(tx, certificateId);
    if (await findDocument(tx, certificateId)) return done('already');
    const sha256 = bytesToHex(sha256Of(bytes.value));
    await insertDocument(tx, { certificateId, locale: certificate.locale, mime: 'application/pdf', bytes: bytes.value, sha256, renderedAt: now });
    await addJob(tx, 'notify-holder', { certificateId }, { key: `notify ${certificateId}` });
    return done('rendered');
  });
}

async function drawDocument(certificate: Certificate): Promise<Result<Uint8Array<ArrayBuffer>, 'entry-pending'>> {
  const proven = await provenCertificate(certificate);
  if (!proven.ok) return proven;
  const { bundle, log } = proven.value;
  const facts = certifiedFacts(certificate.credential);
  return done(
    await certificatePdf({
      facts,
      digest: certificate.credentialDigest,
      log: { ...log, origin: `${new URL(facts.address).host}/log` },
      bundle: utf8(`${JSON.stringify(bundle, null, 2)}\n`),
      words: messages.translator(certificate.locale),
    }),
  );
}

/** The offline verifier beside this installation pins keys from a file; an issuer's first certificate brings a new key. */
async function pinKeyOf(certificate: Certificate): Promise<void> {
  const { signedBy } = certifiedFacts(certificate.credential);
  const pinned = readTrustFile(null);
  const known = pinned.ok && pinned.value?.trust.issuers.some(({ keys }) => keys.some(({ id }) => id === signedBy));
  if (!known) await writeTrustFile();
}
