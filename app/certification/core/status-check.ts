import { isJsonObject, type JsonObject } from '~/kernel/canonical-json';
import type { Instant } from '~/kernel/instant';
import { done, refused, type Result } from '~/kernel/result';
import { statusListContexts } from './credential-contexts';
import { issuerOf, verifySecuredDocument, type ProofRefusal } from './data-integrity';
import { decodeStatusList, isSet, readStatusEntry, type StatusPurpose, type StatusRefusal } from './status-list';
import { pinnedKeys, type Trust } from './trust';

export type StatusCheck = {
  readonly credential: JsonObject;
  readonly statusLists: readonly JsonObject[];
  readonly trust: Trust;
  readonly purpose: StatusPurpose;
  readonly gunzip: Parameters<typeof decodeStatusList>[1];
  readonly now: Instant;
};

export type StatusCheckRefusal = ProofRefusal | StatusRefusal | 'status-list-missing' | 'status-list-stale' | 'status-list-not-of-issuer' | 'revoked' | 'suspended';

/**
 * Looks a credential up in the list of this purpose among those at hand. The credential names the revocation list; the
 * suspension list is its neighbour, `revocation-7` and `suspension-7`, with the same place in it.
 */
export async function checkStatus(check: StatusCheck): Promise<Result<null, StatusCheckRefusal>> {
  const { credential, statusLists, trust, purpose, gunzip, now } = check;
  const entry = credential['credentialStatus'];
  const named = isJsonObject(entry) && typeof entry['statusListCredential'] === 'string' ? entry['statusListCredential'] : '';
  const index = readStatusEntry(entry, { url: named, purpose: 'revocation' });
  if (!index.ok) return index;
  const url = named.replace(/\/revocation-(\d+)$/, `/${purpose}-$1`);
  const list = statusLists.find(({ id }) => id === url);
  if (!list) return refused('status-list-missing');
  if (trust.statusIssuer === null || issuerOf(list) !== trust.statusIssuer) return refused('status-list-not-of-issuer');
  const signed = await verifySecuredDocument({ document: list, contexts: statusListContexts, suites: ['eddsa-rdfc-2022'], keys: pinnedKeys(trust) });
  if (!signed.ok) return signed;
  if (!isCurrent(list, now)) return refused('status-list-stale');
  const subject = list['credentialSubject'];
  if (!isJsonObject(subject) || subject['type'] !== 'BitstringStatusList') return refused('status-list-malformed');
  if (subject['statusPurpose'] !== purpose) return refused('status-list-of-another-purpose');
  const bits = await decodeStatusList(subject['encodedList'], gunzip);
  if (!bits.ok) return bits;
  if (!isSet(bits.value, index.value)) return done(null);
  return refused(purpose === 'revocation' ? 'revoked' : 'suspended');
}

function isCurrent({ validFrom, validUntil }: JsonObject, now: Instant): boolean {
  return Date.parse(String(validFrom)) <= now.getTime() && now.getTime() <= Date.parse(String(validUntil));
}
