import type { Actor } from '~/kernel/actor';
import type { Instant } from '~/kernel/instant';
import { appendToLedger } from '~/ledger/commands/append-to-ledger.server';
import { withTransaction } from '~/platform/db.server';
import { env } from '~/platform/env.server';
import { addJob } from '~/platform/jobs.server';
import { issuerDid, verificationMethodId } from '../core/did-web';
import { listIssuerKeys, lockIssuerKeys, retireIssuerKey } from '../store/issuer-keys.server';
import { addIssuerKey, type Issuer } from './issuer-key.server';

/** `compromised`: whatever the old key signed after this entry of the ledger is void. */
export type RotationReason = 'rotated' | 'compromised';

/**
 * Gives an issuer a new signing key. The old one stays published, retired: what it signed must verify for decades.
 * @returns the fragment of the new key
 */
export async function rotateIssuerKey(
  request: { readonly issuer: Issuer; readonly reason: RotationReason },
  { actor, now }: { readonly actor: Actor; readonly now: Instant },
): Promise<string> {
  const { issuer, reason } = request;
  return withTransaction('rotate-issuer-key', async (tx) => {
    await lockIssuerKeys(tx, issuer.owner);
    const did = issuerDid(env().origin, issuer.code);
    const standing = (await listIssuerKeys(tx, issuer.owner)).filter(({ retiredAt }) => retiredAt === null);
    for (const key of standing) {
      await retireIssuerKey(tx, key.id, now);
      await appendToLedger(tx, {
        type: 'key-retired',
        record: {
          purpose: issuer.owner === 'platform' ? 'status' : 'issuer',
          controller: did,
          key: verificationMethodId(did, key.fragment),
          publicKey: key.publicKeyMultibase,
          reason,
          at: now.toISOString(),
        },
        actor,
        subjectId: key.id,
        recordedAt: now,
      });
    }
    await addJob(tx, 'publish-status-lists', {}, { key: 'publish-status-lists' });
    return addIssuerKey(tx, issuer, { actor, now });
  });
}
