import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { createVerifyCryptosuite } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { cryptosuite as rdfcCryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { verifyCredential } from '@digitalbazaar/vc';
import { ed25519 } from '@noble/curves/ed25519.js';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '~/kernel/canonical-json';
import { certificateContexts } from './credential-contexts';
import { certificateSuites, secureDocument } from './data-integrity';
import { didDocument, issuerDid, verificationMethodId } from './did-web';
import { encodeMultikey } from './multikey';
import { loadBundledContext } from './rdf-canonical';
import { statusEntry, statusListCredential } from './status-list';

const secret = new Uint8Array(32).fill(5);
const did = issuerDid('https://bluepost.example', 'aurelia');
const document = didDocument({ did, keys: [{ fragment: 'key-2026-1', publicKeyMultibase: encodeMultikey(ed25519.getPublicKey(secret)) }] });
const revocation = { url: 'https://bluepost.example/status/revocation', purpose: 'revocation' as const };
const created = '2026-11-24T10:00:00Z';
const signing = { verificationMethod: verificationMethodId(did, 'key-2026-1'), created, sign: (message: Uint8Array) => ed25519.sign(message, secret) };

/** The full shape of our certificates, evidence and status included. */
const certificate = {
  '@context': [...certificateContexts],
  id: 'urn:uuid:3f5b0a60-9d43-4a5e-8a7c-0f2f3a1f9a11',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name: 'Recognising illegal plastic waste',
  issuer: { id: did, type: ['Profile'], name: 'Customs Administration of Aurelia', url: 'https://bluepost.example' },
  validFrom: created,
  awardedDate: created,
  validUntil: '2028-11-24T10:00:00Z',
  credentialSubject: {
    type: ['AchievementSubject'],
    identifier: [{ type: 'IdentityObject', hashed: true, identityHash: `sha256$${'ab'.repeat(32)}`, identityType: 'ext:serviceNumber', salt: 'c2FsdA' }],
    achievement: {
      id: 'urn:uuid:9e7f3f4a-5f1e-4e1d-9f0e-6f7c2a1f9a12',
      type: ['Achievement'],
      achievementType: 'Certification',
      name: 'Recognising illegal plastic waste',
      description: 'Version 3 of the course',
      criteria: { narrative: 'At least 7 of 10 points in the final assessment.' },
      version: '3',
      inLanguage: 'en',
    },
    licenseNumber: 'AUR-7K2M-9QXD',
  },
  evidence: [{ type: ['Evidence'], id: 'urn:uuid:3f5b0a60-9d43-4a5e-8a7c-0f2f3a1f9a13', name: 'Assessment', narrative: 'Graded automatically.' }],
  relatedResource: [{ id: 'urn:uuid:3f5b0a60-9d43-4a5e-8a7c-0f2f3a1f9a14', digestMultibase: 'uEiBabc' }],
  credentialSchema: [{ id: 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json', type: '1EdTechJsonSchemaValidator2019' }],
  credentialStatus: statusEntry(revocation, 77),
};

const known = new Map<string, object>([
  [did, { ...document }],
  [signing.verificationMethod, { '@context': 'https://w3id.org/security/multikey/v1', ...document.verificationMethod[0] }],
]);

async function documentLoader(url: string): Promise<object> {
  const found = known.get(url);
  return found ? { contextUrl: null, documentUrl: url, document: found } : loadBundledContext(url);
}

const rdfc = new DataIntegrityProof({ cryptosuite: rdfcCryptosuite });
const jcs = new DataIntegrityProof({ cryptosuite: createVerifyCryptosuite() });

function verifyAsForeigner(credential: JsonObject, suite: object | object[]) {
  return verifyCredential({ credential, suite, documentLoader, checkStatus: async () => ({ verified: true }), now: new Date('2026-12-01T00:00:00Z') });
}

describe("Digital Bazaar's verifier", async () => {
  const credential = await secureDocument({ ...signing, document: certificate, suites: certificateSuites });

  test.each([
    ['eddsa-rdfc-2022', rdfc],
    ['eddsa-jcs-2022', jcs],
  ])('accepts our certificate by its %s proof', async (name, suite) => {
    const outcome = await verifyAsForeigner(credential, suite);
    expect(outcome.error).toBeUndefined();
    expect(outcome.results?.filter(({ verified }) => verified).map(({ proof }) => proof.cryptosuite)).toEqual([name]);
  });

  test('accepts both proofs together', async () => {
    const outcome = await verifyAsForeigner(credential, [rdfc, jcs]);
    expect(outcome.results?.map(({ verified }) => verified)).toEqual([true, true]);
  });

  test('refuses it once a word is changed', async () => {
    expect(await verifyAsForeigner({ ...credential, name: 'Everything' }, [rdfc, jcs])).toMatchObject({ verified: false });
  });

  test('accepts our status list', async () => {
    const list = statusListCredential({ ...revocation, issuer: did, encodedList: 'uH4sIAAAAAAAAA', validFrom: created, validUntil: '2026-12-24T10:00:00Z', ttlMilliseconds: 300_000 });
    const outcome = await verifyAsForeigner(await secureDocument({ ...signing, document: list, suites: ['eddsa-rdfc-2022'] }), rdfc);
    expect(outcome.error).toBeUndefined();
    expect(outcome.verified).toBe(true);
  });
});
