import { db } from '~/platform/db.server';
import { env } from '~/platform/env.server';
import { platformIssuer } from '../commands/issuer-key.server';
import { type DidDocument, didDocument, issuerDid } from '../core/did-web';
import { listUrl } from '../core/status-lists';
import { findKeyOwner, listIssuerKeys } from '../store/issuer-keys.server';

/**
 * The did:web document of an administration, or of the platform. Null for a code that is nobody's. An administration that has not
 * signed anything yet has a document without keys.
 */
export async function issuerDocument(code: string): Promise<DidDocument | null> {
  if (!/^[a-z0-9-]{1,80}$/.test(code)) return null;
  const owner = code === platformIssuer.code ? platformIssuer.owner : await findKeyOwner(db, code);
  if (!owner) return null;
  const { origin } = env();
  const keys = await listIssuerKeys(db, owner);
  return didDocument({ did: issuerDid(origin, code), keys, suspensionList: listUrl(origin, { purpose: 'suspension', number: 1 }) });
}
