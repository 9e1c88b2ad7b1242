import { base64urlnopad } from '@scure/base';
import { decodeBase64Url } from '~/kernel/bytes';
import { isJsonObject, type JsonObject } from '~/kernel/canonical-json';
import { saltLength, type Opening } from '~/ledger/core/commitment';
import type { LedgerSalts } from '~/ledger/core/ledger-event';
import { digestOfCredential } from './credential-digest';

/**
 * A certificate carries, signed, what rebuilds its own leaf in the log: the salt and the sealed evidence. So its holder can
 * show that it was recorded with the file alone, also when we have forgotten it. To issue one: draw `newLedgerSalts()`,
 * put `logReference` into the credential, sign, then `appendToLedger(tx, { type: 'certificate-issued', record:
 * issuedRecord(credential), … }, salts)` with the same circumstances.
 */
export type LogReference = { readonly id: string; readonly type: readonly string[] };

/** @param evidence `evidenceCommitment(circumstances, salts.evidence)` */
export function logReference(origin: string, salts: LedgerSalts, evidence: string): LogReference {
  return { id: `${origin}/log#salt=${base64urlnopad.encode(salts.record)}&evidence=${evidence}`, type: ['Evidence'] };
}

/** What the ledger records of a signed credential: its digest, proofs included, and when it was signed. */
export function issuedRecord(credential: JsonObject): { credentialDigest: string; issuedAt: string } {
  const [proof] = Array.isArray(credential['proof']) ? (credential['proof'] as readonly unknown[]) : [];
  const created = isJsonObject(proof) ? proof['created'] : undefined;
  if (typeof created !== 'string') throw new TypeError('Only a signed credential can be recorded');
  return { credentialDigest: digestOfCredential(credential), issuedAt: created };
}

/** The opening of the leaf of this signed credential, as far as the credential tells; null when it names no log. */
export function openingOfCredential(credential: JsonObject): Opening | null {
  const evidence = Array.isArray(credential['evidence']) ? (credential['evidence'] as readonly unknown[]) : [];
  for (const item of evidence) {
    const id = isJsonObject(item) && typeof item['id'] === 'string' ? item['id'] : '';
    const match = /^https?:\/\/[^#]+\/log#salt=([\w-]{43})&evidence=([\w-]{43})$/.exec(id);
    const salt = decodeBase64Url(match?.[1] ?? '');
    if (match && salt?.length === saltLength) {
      return { salt, record: { type: 'certificate-issued', ...issuedRecord(credential), evidence: match[2] ?? '' } };
    }
  }
  return null;
}
