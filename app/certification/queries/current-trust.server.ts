import { db } from '~/platform/db.server';
import { env } from '~/platform/env.server';
import { placesOfFact } from '~/ledger/queries/places-of-fact.server';
import { findLogKey } from '~/ledger/queries/log-resources.server';
import { platformIssuer } from '../commands/issuer-key.server';
import { type Did, issuerDid, verificationMethodId } from '../core/did-web';
import type { Trust, TrustedIssuer, TrustedKey } from '../core/trust';
import type { IssuerKeyRow } from '../store/issuer-keys.server';
import { listOwnedKeys } from '../store/key-owners.server';

/**
 * What our verifiers believe, as of now: every key of every issuer that signed, the log's key, its witnesses. A retired key is
 * believed for what it signed until then; a compromised one only for what the log held before it was declared so.
 * @throws Error before there is a log
 */
export async function currentTrust(): Promise<Trust> {
  const key = await findLogKey();
  if (!key) throw new Error('There is no log to trust yet');
  const issuers: TrustedIssuer[] = [];
  for (const { code, name, keys } of await listOwnedKeys(db, platformIssuer)) {
    const did = issuerDid(env().origin, code);
    issuers.push({ id: did, name, keys: await Promise.all(keys.map((row) => trustedKey(did, row))) });
  }
  const statusIssuer = issuerDid(env().origin, platformIssuer.code);
  const signs = issuers.some(({ id }) => id === statusIssuer);
  return { format: 'bluepost-trust/v1', log: { key, witnesses: [], quorum: 0 }, issuers, statusIssuer: signs ? statusIssuer : null };
}

async function trustedKey(did: Did, { id, fragment, publicKeyMultibase, createdAt, retiredAt }: IssuerKeyRow): Promise<TrustedKey> {
  const voidFrom = retiredAt ? await placeOfCompromise(id) : undefined;
  return {
    id: verificationMethodId(did, fragment),
    publicKeyMultibase,
    validFrom: createdAt.toISOString(),
    ...(retiredAt && { validUntil: retiredAt.toISOString() }),
    ...(voidFrom !== undefined && { voidFrom }),
  };
}

async function placeOfCompromise(keyId: string): Promise<number | undefined> {
  const places = await placesOfFact({ type: 'key-retired', subjectId: keyId });
  return places.find(({ record }) => record?.['reason'] === 'compromised')?.index;
}
