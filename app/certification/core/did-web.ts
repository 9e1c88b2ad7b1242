import { decodeMultikey } from './multikey';

/** Identifiers of issuers by the did:web method: an address, written as a name. */
export type Did = `did:web:${string}`;

const hostPattern = /^[a-z0-9.-]+(?::\d{1,5})?$/;
const segmentPattern = /^[A-Za-z0-9._-]+$/;

/** `did:web:HOST:issuers:CODE` for the administration with this code. @param origin such as `https://bluepost.example` */
export function issuerDid(origin: string, administrationCode: string): Did {
  const { host } = new URL(origin);
  if (!hostPattern.test(host) || !isSegment(administrationCode)) throw new RangeError(`No did:web for ${origin} and ${administrationCode}`);
  return `did:web:${host.replace(':', '%3A')}:issuers:${administrationCode}`;
}

/** Where the document of an identifier is published, or null when it is not a did:web that we would follow. */
export function didDocumentUrl(did: string): string | null {
  const [scheme, method, host = '', ...path] = did.split(':');
  const place = host.replace(/%3A/i, ':');
  if (scheme !== 'did' || method !== 'web' || !hostPattern.test(place) || !path.every(isSegment)) return null;
  return `https://${place}/${path.length > 0 ? path.join('/') : '.well-known'}/did.json`;
}

/** A key of an issuer. Retired keys stay listed: what they signed must verify for decades. */
export type IssuerPublicKey = { readonly fragment: string; readonly publicKeyMultibase: string };

export type DidDocument = {
  readonly '@context': readonly string[];
  readonly id: Did;
  readonly verificationMethod: readonly { id: string; type: 'Multikey'; controller: Did; publicKeyMultibase: string }[];
  readonly assertionMethod: readonly string[];
  readonly service?: readonly { id: string; type: string; serviceEndpoint: string }[];
};

/**
 * The document of an issuer, in the shape the 1EdTech resolver wants: `assertionMethod` lists ids as plain strings, each
 * method's `controller` equals the issuer. Fragments are names (`key-2026-1`), never keys: a validator exists that believes
 * a key which stands in the fragment.
 */
export function didDocument(issuer: {
  readonly did: Did;
  readonly keys: readonly IssuerPublicKey[];
  readonly suspensionList?: string;
}): DidDocument {
  const { did, keys, suspensionList } = issuer;
  for (const { fragment, publicKeyMultibase } of keys) {
    if (!/^[a-z0-9-]+$/.test(fragment) || decodeMultikey(fragment)) throw new RangeError(`Not a key name: ${fragment}`);
    if (!decodeMultikey(publicKeyMultibase)) throw new RangeError(`Not an Ed25519 Multikey: ${publicKeyMultibase}`);
  }
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: keys.map(({ fragment, publicKeyMultibase }) => ({
      id: verificationMethodId(did, fragment),
      type: 'Multikey',
      controller: did,
      publicKeyMultibase,
    })),
    assertionMethod: keys.map(({ fragment }) => verificationMethodId(did, fragment)),
    ...(suspensionList && { service: [{ id: `${did}#suspension-list`, type: 'BitstringStatusList', serviceEndpoint: suspensionList }] }),
  };
}

/** The id by which a proof names a key: `<did>#<fragment>`. */
export function verificationMethodId(did: string, fragment: string): string {
  return `${did}#${fragment}`;
}

function isSegment(text: string): boolean {
  return segmentPattern.test(text) && text !== '.' && text !== '..';
}
