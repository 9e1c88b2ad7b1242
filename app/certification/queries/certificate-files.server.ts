import type { Role } from '~/kernel/actor';
import type { AdministrationId, PersonId } from '~/kernel/ids';
import { proveEntry } from '~/ledger/queries/prove-entry.server';
import { db } from '~/platform/db.server';
import type { Certificate } from '../core/certificate';
import type { CertificateNumber } from '../core/certificate-number';
import { inReadableOrder } from '../core/readable-order';
import { findCertificateByNumber } from '../store/certificates.server';
import { findDocument } from '../store/documents.server';

/** Who asks for a file of a certificate. */
export interface Asker {
  readonly personId: PersonId;
  readonly administrationId: AdministrationId | null;
  readonly roles: readonly Role[];
}

/** The certificate, for its holder and for auditors and coordinators of its administration; null for everybody else. */
export async function certificateFor(number: CertificateNumber, asker: Asker): Promise<Certificate | null> {
  const certificate = await findCertificateByNumber(db, number);
  if (!certificate) return null;
  const isHolder = certificate.personId === asker.personId;
  const isOfOffice = certificate.administrationId === asker.administrationId && asker.roles.some((role) => role === 'auditor' || role === 'coordinator');
  return isHolder || isOfOffice ? certificate : null;
}

/** A file to be downloaded: as text or bytes, with its name. */
export interface CertificateFile {
  readonly body: Uint8Array<ArrayBuffer> | string;
  readonly mime: string;
  readonly name: string;
  readonly digest: string;
}

/** The signed credential, once it is released; null before. */
export async function credentialFile(certificate: Certificate): Promise<CertificateFile | null> {
  if (!(await proveEntry(certificate.ledgerEntryId)).ok) return null;
  const body = `${JSON.stringify(inReadableOrder(certificate.credential), null, 2)}\n`;
  return { body, mime: 'application/vc+ld+json', name: `${certificate.number}.json`, digest: certificate.credentialDigest };
}

/** The document, once it is rendered; null before. */
export async function documentFile(certificate: Certificate): Promise<CertificateFile | null> {
  const document = await findDocument(db, certificate.id);
  return document && { body: document.bytes, mime: document.mime, name: `${certificate.number}.pdf`, digest: document.sha256 };
}

/** The proof that the credential is in the log, named so that the offline verifier finds it beside the credential. Open to everybody who has the number. */
export async function inclusionFileOf(number: CertificateNumber): Promise<CertificateFile | null> {
  const certificate = await findCertificateByNumber(db, number);
  const proof = certificate && (await proveEntry(certificate.ledgerEntryId));
  if (!certificate || !proof?.ok) return null;
  return { body: proof.value.inclusionFile, mime: 'text/plain; charset=utf-8', name: `${number}.json.tlog-proof`, digest: certificate.credentialDigest };
}
