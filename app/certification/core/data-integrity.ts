import { sha256Of, utf8 } from '~/kernel/bytes';
import { canonicalJson, isJsonObject, type Json, type JsonObject } from '~/kernel/canonical-json';
import { verifyEd25519 } from '~/kernel/ed25519';
import { done, refused, type Result } from '~/kernel/result';
import { decodeBase58, decodeMultikey, encodeBase58 } from './multikey';

/** Data Integrity proofs with the cryptosuites of W3C vc-di-eddsa: section 3.2 (rdfc) and 3.3 (jcs). No other is accepted. */
export const cryptosuites = ['eddsa-rdfc-2022', 'eddsa-jcs-2022'] as const;
export type Cryptosuite = (typeof cryptosuites)[number];

/** Foreign Open Badges tools take the first proof and treat it as RDFC, so RDFC stands first. */
export const certificateSuites: readonly Cryptosuite[] = cryptosuites;

export type DataIntegrityProof = {
  readonly type: 'DataIntegrityProof';
  readonly cryptosuite: Cryptosuite;
  readonly created: string;
  readonly verificationMethod: string;
  readonly proofPurpose: 'assertionMethod';
  readonly proofValue: string;
  readonly '@context'?: readonly string[];
};
export type ProofConfiguration = Omit<DataIntegrityProof, 'proofValue'>;
export type Secured<Document extends JsonObject> = Document & { readonly proof: readonly DataIntegrityProof[] };

/** A key believed from outside the document. `validFrom`/`validUntil` bound the `created` of what it may have signed. */
export type PinnedKey = {
  readonly id: string;
  readonly controller: string;
  readonly publicKeyMultibase: string;
  readonly validFrom?: string;
  readonly validUntil?: string;
};

export type ProofRefusal =
  | 'proof-missing'
  | 'proof-set-unexpected'
  | 'proof-malformed'
  | 'proof-chained'
  | 'proof-suite-not-allowed'
  | 'proof-purpose-wrong'
  | 'proof-context-wrong'
  | 'proof-key-not-of-issuer'
  | 'proof-key-not-pinned'
  | 'proof-key-out-of-time'
  | 'proof-document-unreadable'
  | 'proof-wrong';

const proofMembers = new Set(['@context', 'type', 'cryptosuite', 'created', 'verificationMethod', 'proofPurpose', 'proofValue']);
const utcPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** The 64 bytes that are signed: SHA-256 of the canonical proof configuration, then SHA-256 of the canonical document. */
export function hashData(canonicalConfiguration: string, canonicalDocument: string): Uint8Array {
  const parts = [canonicalConfiguration, canonicalDocument].map((text) => sha256Of(utf8(text)));
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** Signs a document once per suite, each proof over the same unsecured document. `created` is UTC, `sign` is Ed25519. */
export async function secureDocument<Document extends JsonObject>(request: {
  readonly document: Document;
  readonly verificationMethod: string;
  readonly created: string;
  readonly suites: readonly Cryptosuite[];
  readonly sign: (message: Uint8Array) => Uint8Array | Promise<Uint8Array>;
}): Promise<Secured<Document>> {
  const { document, verificationMethod, created, suites, sign } = request;
  if ('proof' in document) throw new TypeError('The document is already secured');
  const proof: DataIntegrityProof[] = [];
  for (const cryptosuite of suites) {
    const configuration: ProofConfiguration = {
      type: 'DataIntegrityProof',
      cryptosuite,
      created,
      verificationMethod,
      proofPurpose: 'assertionMethod',
      ...(cryptosuite === 'eddsa-jcs-2022' && { '@context': contextOf(document) }),
    };
    const signature = await sign(await messageToSign(document, configuration));
    proof.push({ ...configuration, proofValue: encodeBase58(signature) });
  }
  return { ...document, proof };
}

/**
 * Believes a document only when it carries exactly the expected suites in their order, exactly the expected contexts, and
 * every proof holds under a pinned key of its own issuer.
 */
export async function verifySecuredDocument(claim: {
  readonly document: JsonObject;
  readonly contexts: readonly string[];
  readonly suites: readonly Cryptosuite[];
  readonly keys: readonly PinnedKey[];
}): Promise<Result<readonly DataIntegrityProof[], ProofRefusal>> {
  const { proof, ...unsecured } = claim.document;
  const given = Array.isArray(proof) ? (proof as readonly Json[]) : proof === undefined ? [] : [proof as Json];
  if (given.length === 0) return refused('proof-missing');
  if (!sameList(unsecured['@context'], claim.contexts)) return refused('proof-context-wrong');
  const proofs: DataIntegrityProof[] = [];
  for (const value of given) {
    const read = readProof(value);
    if (!read.ok) return read;
    proofs.push(read.value);
  }
  if (!sameList(proofs.map(({ cryptosuite }) => cryptosuite), claim.suites)) return refused('proof-set-unexpected');
  for (const each of proofs) {
    const held = await verifyProof(unsecured, each, claim.keys);
    if (!held.ok) return held;
  }
  return done(proofs);
}

async function verifyProof(unsecured: JsonObject, proof: DataIntegrityProof, keys: readonly PinnedKey[]): Promise<Result<null, ProofRefusal>> {
  const key = keyOf(unsecured, proof, keys);
  if (!key.ok) return key;
  const { proofValue, ...configuration } = proof;
  const signature = decodeBase58(proofValue, 64);
  if (!signature) return refused('proof-malformed');
  const ownContext = proof['@context'];
  if (ownContext && !sameList(unsecured['@context'], ownContext)) return refused('proof-context-wrong');
  let message: Uint8Array;
  try {
    message = await messageToSign(unsecured, configuration);
  } catch {
    // Unmapped terms, unknown contexts, poisoned graphs, values JSON cannot say: what cannot be canonicalised proves nothing.
    return refused('proof-document-unreadable');
  }
  return verifyEd25519(signature, message, key.value) ? done(null) : refused('proof-wrong');
}

function keyOf(unsecured: JsonObject, proof: DataIntegrityProof, keys: readonly PinnedKey[]): Result<Uint8Array, ProofRefusal> {
  const issuer = issuerOf(unsecured);
  const divide = proof.verificationMethod.indexOf('#');
  if (issuer === null || divide < 0 || proof.verificationMethod.slice(0, divide) !== issuer) return refused('proof-key-not-of-issuer');
  const pinned = keys.find((key) => key.id === proof.verificationMethod && key.controller === issuer);
  const publicKey = decodeMultikey(pinned?.publicKeyMultibase);
  if (!pinned || !publicKey) return refused('proof-key-not-pinned');
  const created = Date.parse(proof.created);
  const early = pinned.validFrom !== undefined && !(created >= Date.parse(pinned.validFrom));
  const late = pinned.validUntil !== undefined && !(created <= Date.parse(pinned.validUntil));
  return early || late ? refused('proof-key-out-of-time') : done(publicKey);
}

/** The `id` of the issuer, written as a string or as an object; null when there is none. */
export function issuerOf(document: JsonObject): string | null {
  const issuer = document['issuer'];
  const id = isJsonObject(issuer) ? issuer['id'] : issuer;
  return typeof id === 'string' ? id : null;
}

function readProof(value: Json): Result<DataIntegrityProof, ProofRefusal> {
  if (!isJsonObject(value) || value['type'] !== 'DataIntegrityProof') return refused('proof-malformed');
  if ('previousProof' in value) return refused('proof-chained');
  if (!cryptosuites.some((suite) => suite === value['cryptosuite'])) return refused('proof-suite-not-allowed');
  if (value['proofPurpose'] !== 'assertionMethod') return refused('proof-purpose-wrong');
  const { created, verificationMethod, proofValue } = value;
  const wellFormed = typeof created === 'string' && utcPattern.test(created) && !Number.isNaN(Date.parse(created));
  const texts = typeof verificationMethod === 'string' && typeof proofValue === 'string';
  if (!wellFormed || !texts || !Object.keys(value).every((member) => proofMembers.has(member))) return refused('proof-malformed');
  if (value['cryptosuite'] === 'eddsa-rdfc-2022' ? '@context' in value : !isListOfTexts(value['@context'])) return refused('proof-context-wrong');
  return done(value as DataIntegrityProof);
}

async function messageToSign(unsecured: JsonObject, configuration: ProofConfiguration): Promise<Uint8Array> {
  if (configuration.cryptosuite === 'eddsa-jcs-2022') return hashData(canonicalJson(configuration), canonicalJson(unsecured));
  // Loaded on demand: a page that only checks JCS need not carry a JSON-LD processor.
  const { canonicalRdf } = await import('./rdf-canonical');
  const withContext = { ...configuration, '@context': contextOf(unsecured) };
  return hashData(await canonicalRdf(withContext), await canonicalRdf(unsecured));
}

function contextOf(document: JsonObject): readonly string[] {
  const context = document['@context'];
  if (!isListOfTexts(context)) throw new TypeError('@context must be a list of addresses');
  return context;
}

function isListOfTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function sameList(value: unknown, expected: readonly string[]): boolean {
  return Array.isArray(value) && value.length === expected.length && expected.every((item, index) => value[index] === item);
}
