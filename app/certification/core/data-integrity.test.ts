import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { describe, expect, test } from 'vitest';
import { canonicalJson, type JsonObject } from '~/kernel/canonical-json';
import { verifyEd25519 } from '~/kernel/ed25519';
import { certificateContexts } from './credential-contexts';
import {
  certificateSuites,
  hashData,
  secureDocument,
  verifySecuredDocument,
  type DataIntegrityProof,
  type PinnedKey,
} from './data-integrity';
import { decodeMultikey, encodeBase58, encodeMultikey } from './multikey';
import { canonicalRdf, loadBundledContext } from './rdf-canonical';

const secret = new Uint8Array(32).fill(3);
const issuer = 'did:web:bluepost.example:issuers:aurelia';
const verificationMethod = `${issuer}#key-2026-1`;
const pinned: PinnedKey = { id: verificationMethod, controller: issuer, publicKeyMultibase: encodeMultikey(ed25519.getPublicKey(secret)) };
const created = '2026-11-24T10:00:00Z';

const certificate = {
  '@context': [...certificateContexts],
  id: 'urn:uuid:3f5b0a60-9d43-4a5e-8a7c-0f2f3a1f9a11',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: issuer, type: ['Profile'], name: 'Customs Administration of Aurelia' },
  validFrom: created,
  name: 'Plastic waste',
  credentialSubject: {
    type: ['AchievementSubject'],
    identifier: [{ type: 'IdentityObject', hashed: false, identityHash: 'A. Officer', identityType: 'name' }],
    achievement: { id: 'urn:uuid:9e7f3f4a-5f1e-4e1d-9f0e-6f7c2a1f9a12', type: ['Achievement'], name: 'Plastic waste', description: 'd', criteria: { narrative: 'n' } },
  },
};

const sign = (message: Uint8Array) => ed25519.sign(message, secret);
const secured = await secureDocument({ document: certificate, verificationMethod, created, suites: certificateSuites, sign });
const verify = (document: JsonObject, keys: readonly PinnedKey[] = [pinned]) =>
  verifySecuredDocument({ document, contexts: certificateContexts, suites: certificateSuites, keys });
const [rdfc, jcs] = secured.proof as [DataIntegrityProof, DataIntegrityProof];
const withProofs = (...proof: object[]) => ({ ...secured, proof }) as unknown as JsonObject;

describe('a certificate that we sign', () => {
  test('carries the RDFC proof first and the JCS proof second, and both hold', async () => {
    expect(secured.proof.map(({ cryptosuite }) => cryptosuite)).toEqual(['eddsa-rdfc-2022', 'eddsa-jcs-2022']);
    expect(await verify(secured)).toMatchObject({ ok: true });
  });

  test('is not signed twice', async () => {
    await expect(secureDocument({ document: secured, verificationMethod, created, suites: certificateSuites, sign })).rejects.toThrow();
  });

  test('is not signed when it holds a term that no context explains, or a context that is not ours', async () => {
    const attempt = (document: JsonObject) => secureDocument({ document, verificationMethod, created, suites: certificateSuites, sign });
    await expect(attempt({ ...certificate, favouriteColour: 'blue' })).rejects.toThrow();
    await expect(attempt({ ...certificate, '@context': [...certificateContexts, 'https://evil.example/context'] })).rejects.toThrow();
  });
});

describe('what the verifier refuses', () => {
  test.each<[why: string, refusal: string, document: JsonObject, keys?: PinnedKey[]]>([
    ['a changed name', 'proof-wrong', { ...secured, name: 'Everything' }],
    ['an added unmapped member', 'proof-document-unreadable', { ...secured, favouriteColour: 'blue' }],
    ['no proof', 'proof-missing', withProofs()],
    ['one proof instead of two', 'proof-set-unexpected', withProofs(rdfc)],
    ['a JCS proof alone', 'proof-set-unexpected', withProofs(jcs)],
    ['the proofs the other way round', 'proof-set-unexpected', withProofs(jcs, rdfc)],
    ['a third proof', 'proof-set-unexpected', withProofs(rdfc, jcs, jcs)],
    ['one good proof and one bad', 'proof-wrong', withProofs(rdfc, { ...jcs, proofValue: encodeBase58(new Uint8Array(64)) })],
    ['another suite', 'proof-suite-not-allowed', withProofs(rdfc, { ...jcs, cryptosuite: 'ecdsa-jcs-2019' })],
    ['another purpose', 'proof-purpose-wrong', withProofs(rdfc, { ...jcs, proofPurpose: 'authentication' })],
    ['a proof chain', 'proof-chained', withProofs(rdfc, { ...jcs, previousProof: 'urn:x' })],
    ['an unknown member of a proof', 'proof-malformed', withProofs({ ...rdfc, domain: 'x' }, jcs)],
    ['a proof without time zone', 'proof-malformed', withProofs({ ...rdfc, created: '2026-11-24T10:00:00' }, jcs)],
    ['a JCS proof without its context', 'proof-context-wrong', withProofs(rdfc, { ...jcs, '@context': undefined })],
    ['a JCS proof with a shorter context', 'proof-context-wrong', withProofs(rdfc, { ...jcs, '@context': certificateContexts.slice(0, 1) })],
    ['contexts in another order', 'proof-context-wrong', { ...secured, '@context': [...certificateContexts].reverse() }],
    ['an inline context', 'proof-context-wrong', { ...secured, '@context': [...certificateContexts, { name: 'urn:x' }] }],
    ['a key that nobody pinned', 'proof-key-not-pinned', secured, []],
    ['a key pinned for another issuer', 'proof-key-not-pinned', secured, [{ ...pinned, controller: 'did:web:other.example' }]],
    ['a key under the name of another issuer', 'proof-key-not-of-issuer', { ...secured, issuer: 'did:web:other.example' }],
    ['a key that came later', 'proof-key-out-of-time', secured, [{ ...pinned, validFrom: '2026-11-24T10:00:01Z' }]],
    ['a key that had been retired', 'proof-key-out-of-time', secured, [{ ...pinned, validUntil: '2026-11-24T09:59:59Z' }]],
    ['a key with an unreadable date', 'proof-key-out-of-time', secured, [{ ...pinned, validFrom: 'soon' }]],
  ])('%s', async (_, refusal, document, keys) => {
    expect(await verify(document, keys)).toEqual({ ok: false, refusal });
  });

  test('a key in the fragment that the attacker chose', async () => {
    const attacker = new Uint8Array(32).fill(4);
    const method = `${issuer}#${encodeMultikey(ed25519.getPublicKey(attacker))}`;
    const forged = await secureDocument({
      document: certificate, verificationMethod: method, created, suites: certificateSuites, sign: (message) => ed25519.sign(message, attacker),
    });
    expect(await verify(forged)).toEqual({ ok: false, refusal: 'proof-key-not-pinned' });
  });

  test('a context from the network, by its address', async () => {
    await expect(loadBundledContext('https://evil.example/context')).rejects.toThrow('https://evil.example/context');
  });

  test('a poisoned graph, quickly', async () => {
    const nodes = Array.from({ length: 9 }, (_, index) => ({ id: `_:b${index}`, type: ['Profile'], related: [] }));
    const clique = nodes.map((node, index) => ({ ...node, endorsement: nodes.filter((__, other) => other !== index).map(({ id }) => ({ id, type: ['EndorsementCredential'] })) }));
    const started = performance.now();
    const outcome = await verify({ ...secured, issuer: { ...certificate.issuer, otherIdentifier: clique as unknown as JsonObject[] } });
    expect(outcome.ok).toBe(false);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

const vectors = resolve('../shared/vectors/di-eddsa');

describe.skipIf(!existsSync(vectors))('vectors of W3C vc-di-eddsa (left out where ../shared/vectors is missing)', () => {
  const text = (name: string) => readFileSync(`${vectors}/${name}`, 'utf8').trim();
  const json = (name: string) => JSON.parse(text(name)) as JsonObject;
  const examples = { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } };
  const loader: typeof loadBundledContext = async (url) =>
    url === 'https://www.w3.org/ns/credentials/examples/v2' ? { contextUrl: undefined, documentUrl: url, document: examples } : loadBundledContext(url);

  test('eddsa-rdfc-2022: canonical document, canonical configuration and hash data are those published', async () => {
    const document = await canonicalRdf(json('unsigned.json'), loader);
    const configuration = await canonicalRdf(json('eddsa-rdfc-2022/proofConfigDataInt.json'), loader);
    expect(document.trim()).toBe(text('eddsa-rdfc-2022/canonDocDataInt.txt'));
    expect(configuration.trim()).toBe(text('eddsa-rdfc-2022/proofCanonDataInt.txt'));
    expect(bytesToHex(hashData(configuration, document))).toBe(text('eddsa-rdfc-2022/combinedHashDataInt.txt'));
  });

  test('eddsa-jcs-2022: canonical document, canonical configuration and hash data are those published', () => {
    const [document, configuration] = [canonicalJson(json('unsigned.json')), canonicalJson(json('eddsa-jcs-2022/proofConfigJCS.json'))];
    expect(document).toBe(text('eddsa-jcs-2022/canonDocJCS.txt'));
    expect(configuration).toBe(text('eddsa-jcs-2022/proofCanonJCS.txt'));
    expect(bytesToHex(hashData(configuration, document))).toBe(text('eddsa-jcs-2022/combinedHashJCS.txt'));
  });

  test.each([
    ['eddsa-rdfc-2022/combinedHashDataInt.txt', 'eddsa-rdfc-2022/sigHexDataInt.txt'],
    ['eddsa-jcs-2022/combinedHashJCS.txt', 'eddsa-jcs-2022/sigHexJCS.txt'],
  ])('the hash data of %s bears the published signature', (hash, signature) => {
    const key = decodeMultikey(json('keyPair.json')['publicKeyMultibase']);
    expect(key && verifyEd25519(hexToBytes(text(signature)), hexToBytes(text(hash)), key)).toBe(true);
  });

  test('their issuer is not the controller of their key, which is refused', async () => {
    const signed = json('eddsa-jcs-2022/signedJCS.json');
    const id = String((signed['proof'] as JsonObject)['verificationMethod']);
    const key = { id, controller: id.split('#')[0] ?? '', publicKeyMultibase: String(json('keyPair.json')['publicKeyMultibase']) };
    const claim = { document: signed, contexts: signed['@context'] as string[], suites: ['eddsa-jcs-2022'] as const, keys: [key] };
    expect(await verifySecuredDocument(claim)).toEqual({ ok: false, refusal: 'proof-key-not-of-issuer' });
  });
});
