import { systemActor, type Actor } from '~/kernel/actor';
import type { Instant } from '~/kernel/instant';
import { appendToLedger } from '~/ledger/commands/append-to-ledger.server';
import type { Tx } from '~/platform/db.server';
import { env } from '~/platform/env.server';
import { newId } from '~/platform/random.server';
import { createSigningKey, hasSigningKey, loadSigningKey, type SigningKey } from '~/platform/signing-key.server';
import { type Did, issuerDid, verificationMethodId } from '../core/did-web';
import { keyFileName, nextFragment } from '../core/issuer-key-name';
import { encodeMultikey } from '../core/multikey';
import { insertIssuerKey, type KeyOwner, listIssuerKeys, lockIssuerKeys } from '../store/issuer-keys.server';

/** Who signs: an administration by its code, or the platform. */
export interface Issuer {
  readonly owner: KeyOwner;
  /** The last part of its did:web: the administration's code, or `platform`. */
  readonly code: string;
}

/** The platform itself, which signs the status lists of every administration. No administration can have this code. */
export const platformIssuer: Issuer = { owner: 'platform', code: 'platform' };

export interface IssuerSigner {
  readonly did: Did;
  readonly verificationMethod: string;
  readonly sign: SigningKey['sign'];
}

const signers = new Map<string, SigningKey>();

/** The key with which this issuer signs now; its first one is made on first need. */
export async function issuerSigner(tx: Tx, issuer: Issuer, now: Instant): Promise<IssuerSigner> {
  const current = (await activeFragment(tx, issuer.owner)) ?? (await firstKey(tx, issuer, now));
  const did = issuerDid(env().origin, issuer.code);
  return { did, verificationMethod: verificationMethodId(did, current), sign: keyOf(issuer.owner, current).sign };
}

/**
 * Makes and announces a further key. The file is an effect outside the transaction, made to be repeated: a transaction that is run
 * again finds the file of the first run. @returns its fragment
 */
export async function addIssuerKey(tx: Tx, issuer: Issuer, { actor, now }: { readonly actor: Actor; readonly now: Instant }): Promise<string> {
  const { owner } = issuer;
  const existing = await listIssuerKeys(tx, owner);
  const fragment = nextFragment(existing.map((key) => key.fragment), now.getUTCFullYear());
  const name = keyFileName(owner, fragment);
  const { publicKey } = hasSigningKey(name) ? loadSigningKey(name) : await createSigningKey(name);
  const id = newId('issuerKey');
  const publicKeyMultibase = encodeMultikey(publicKey);
  // Proofs are dated in whole seconds: a key must not be younger than what it signs in its first second.
  const createdAt = new Date(Math.floor(now.getTime() / 1000) * 1000);
  await insertIssuerKey(tx, owner, { id, fragment, publicKeyMultibase, createdAt });
  const did = issuerDid(env().origin, issuer.code);
  await appendToLedger(tx, {
    type: 'key-added',
    record: {
      purpose: owner === 'platform' ? 'status' : 'issuer',
      controller: did,
      key: verificationMethodId(did, fragment),
      publicKey: publicKeyMultibase,
      at: now.toISOString(),
    },
    actor,
    subjectId: id,
    recordedAt: now,
  });
  return fragment;
}

async function firstKey(tx: Tx, issuer: Issuer, now: Instant): Promise<string> {
  await lockIssuerKeys(tx, issuer.owner);
  return (await activeFragment(tx, issuer.owner)) ?? (await addIssuerKey(tx, issuer, { actor: systemActor, now }));
}

async function activeFragment(tx: Tx, owner: KeyOwner): Promise<string | null> {
  const keys = await listIssuerKeys(tx, owner);
  return keys.findLast((key) => key.retiredAt === null)?.fragment ?? null;
}

/** @throws Error when the file is gone: a new key has to be made then (`rotateIssuerKey`); what the lost one signed still verifies */
function keyOf(owner: KeyOwner, fragment: string): SigningKey {
  const name = `${env().dataDir} ${keyFileName(owner, fragment)}`;
  const key = signers.get(name) ?? loadSigningKey(keyFileName(owner, fragment));
  signers.set(name, key);
  return key;
}
