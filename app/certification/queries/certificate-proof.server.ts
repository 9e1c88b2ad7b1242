import type { JsonObject } from '~/kernel/canonical-json';
import { proveEntry } from '~/ledger/queries/prove-entry.server';
import type { Result } from '~/kernel/result';
import { db } from '~/platform/db.server';
import type { Certificate } from '../core/certificate';
import { certificateBundle, type CertificateBundle } from '../core/certificate-bundle';
import { certifiedFacts } from '../core/certified-facts';
import { inReadableOrder } from '../core/readable-order';
import { listOfIndex } from '../core/status-lists';
import type { Trust } from '../core/trust';
import { findEdition } from '../store/status-lists.server';
import { currentTrust } from './current-trust.server';

/** The newest signed editions of the two lists in which this certificate has its bit; fewer before the first were signed. */
export async function statusListsOf({ statusIndex }: Pick<Certificate, 'statusIndex'>): Promise<JsonObject[]> {
  const names = [listOfIndex(statusIndex, 'revocation').name, listOfIndex(statusIndex, 'suspension').name];
  const editions = await Promise.all(names.map((name) => findEdition(db, name)));
  return editions.flatMap((edition) => (edition ? [inReadableOrder(edition.credential)] : []));
}

export interface ProvenCertificate {
  readonly bundle: CertificateBundle;
  readonly log: { readonly index: number; readonly size: number };
}

/** The certificate with everything that an offline check needs. Refused until its entry is in a signed checkpoint. */
export async function provenCertificate(certificate: Certificate): Promise<Result<ProvenCertificate, 'entry-pending'>> {
  const proof = await proveEntry(certificate.ledgerEntryId);
  if (!proof.ok) return proof;
  const { inclusionFile, index, size } = proof.value;
  const bundle = certificateBundle({
    credential: inReadableOrder(certificate.credential),
    inclusionProof: inclusionFile,
    statusLists: await statusListsOf(certificate),
    trust: concerning(await currentTrust(), certifiedFacts(certificate.credential).issuer.did),
  });
  return { ok: true, value: { bundle, log: { index, size } } };
}

/** What this certificate needs of our keys: its issuer's and those of the status lists. */
function concerning(trust: Trust, issuer: string): Trust {
  return { ...trust, issuers: trust.issuers.filter(({ id }) => id === issuer || id === trust.statusIssuer) };
}
