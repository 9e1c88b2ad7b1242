import { ed25519 } from '@noble/curves/ed25519.js';
import { describe, expect, test } from 'vitest';
import { type JsonObject } from '~/kernel/canonical-json';
import { plasticWasteTerms } from '../../../tests/support/an-outcome';
import { mintCertificateNumber } from './certificate-number';
import { certifiedFacts } from './certified-facts';
import { certificateContexts } from './credential-contexts';
import { type CredentialFacts, credentialDocument } from './credential-document';
import { certificateSuites, secureDocument, verifySecuredDocument } from './data-integrity';
import { issuerDid, verificationMethodId } from './did-web';
import { logReference } from './log-reference';
import { encodeMultikey } from './multikey';
import { sha256Multibase } from './multihash';
import { hashServiceNumber, isServiceNumber } from './service-number';
import { statusEntry } from './status-list';

const did = issuerDid('https://bluepost.example:8443', 'aurelia');
const number = mintCertificateNumber(new Uint8Array(14).fill(7));
const salt = '9a'.repeat(16);

function facts(over: Partial<CredentialFacts> = {}): CredentialFacts {
  return {
    origin: 'https://bluepost.example:8443',
    number,
    locale: 'fr',
    issuer: { did, name: 'Douanes d’Aurélie' },
    holder: { name: 'Zoé Ñandú-O’Brien', serviceNumber: { identityHash: hashServiceNumber('AUR-1234', salt), salt } },
    assessment: { id: '0b6f0f3e-6d1c-4c55-8a39-3f3f1b1a2c02', version: '3', code: 'plastic-waste-basel', passMark: { numerator: 7, denominator: 10 } },
    terms: plasticWasteTerms,
    attempt: { startedAt: new Date('2026-11-24T09:00:00.123Z'), finishedAt: new Date('2026-11-24T09:40:00Z') },
    validFrom: new Date('2026-11-24T10:00:00Z'),
    validUntil: new Date('2028-11-24T10:00:00Z'),
    status: statusEntry({ url: 'https://bluepost.example:8443/status/revocation-1', purpose: 'revocation' }, 131_071),
    pack: { uuid: '7c6f0f3e-6d1c-4c55-8a39-3f3f1b1a2c99', digest: 'cd'.repeat(32) },
    log: logReference('https://bluepost.example:8443', { record: new Uint8Array(32).fill(1), evidence: new Uint8Array(32).fill(2) }, 'E'.repeat(43)),
    words: { result: 'Résultat', evidence: 'Dossier', evidenceNarrative: 'Ce que le dossier contient.' },
    ...over,
  };
}

const secret = new Uint8Array(32).fill(9);
const verificationMethod = verificationMethodId(did, 'key-2026-1');
const signed = (document: JsonObject) =>
  secureDocument({ document, verificationMethod, created: '2026-11-24T10:00:00Z', suites: certificateSuites, sign: (message) => ed25519.sign(message, secret) });

describe('the credential of a certificate', () => {
  const document = credentialDocument(facts());
  const { credentialSubject: subject } = document;

  test('has the contexts, types and dates that VC 2.0 and Open Badges 3.0 ask for', () => {
    expect(document['@context']).toEqual([
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
    ]);
    expect(document.type).toEqual(['VerifiableCredential', 'OpenBadgeCredential']);
    expect(document.id).toBe(`https://bluepost.example:8443/verify/${number}`);
    expect(document.issuer).toMatchObject({ id: 'did:web:bluepost.example%3A8443:issuers:aurelia', type: ['Profile'] });
    for (const date of [document.validFrom, document.validUntil, document.awardedDate, subject.activityStartDate]) {
      expect(date).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
    }
  });

  test('names its holder in clear and the service number only as a salted hash', () => {
    const [name, service] = subject.identifier;
    expect(name).toEqual({ type: 'IdentityObject', hashed: false, identityHash: 'Zoé Ñandú-O’Brien', identityType: 'name' });
    expect(service).toMatchObject({ type: 'IdentityObject', hashed: true, identityType: 'ext:serviceNumber', salt });
    expect(JSON.stringify(document)).not.toContain('AUR-1234');
    const hashed = certifiedFactsOf(document).serviceNumber!;
    expect(isServiceNumber('aur-1234 ', hashed)).toBe(true);
    expect(isServiceNumber('AUR-1235', hashed)).toBe(false);
  });

  test('says what was achieved, by which criteria, in which language and edition, and which mark was needed', () => {
    expect(subject.achievement).toMatchObject({
      type: ['Achievement'],
      achievementType: 'Certification',
      name: plasticWasteTerms.title.fr,
      description: plasticWasteTerms.scope.fr,
      criteria: { narrative: plasticWasteTerms.criteria.fr },
      humanCode: 'plastic-waste-basel',
      version: '3',
      inLanguage: 'fr',
    });
    const [description] = subject.achievement.resultDescription;
    expect(description).toMatchObject({ resultType: 'Percent', requiredValue: '70' });
    expect(subject.result).toEqual([{ type: ['Result'], resultDescription: description!.id, status: 'Completed' }]);
  });

  test('has one status entry, as an object with an id that is not the address of the list', () => {
    expect(Array.isArray(document.credentialStatus)).toBe(false);
    expect(document.credentialStatus).toMatchObject({ statusPurpose: 'revocation', statusListIndex: '131071' });
    expect(document.credentialStatus.id).not.toBe(document.credentialStatus.statusListCredential);
  });

  test('binds the sealed evidence by its multihash', () => {
    expect(document.relatedResource).toEqual([{ id: 'urn:uuid:7c6f0f3e-6d1c-4c55-8a39-3f3f1b1a2c99', digestMultibase: sha256Multibase('cd'.repeat(32)) }]);
    expect(document.evidence[0]!.id).toBe(document.relatedResource[0]!.id);
  });

  test('uses only words that the contexts explain: it signs in safe mode, RDFC first, and both proofs hold', async () => {
    const secured = await signed(document);
    expect(secured.proof[0]?.cryptosuite).toBe('eddsa-rdfc-2022');
    const keys = [{ id: verificationMethod, controller: did, publicKeyMultibase: encodeMultikey(ed25519.getPublicKey(secret)) }];
    expect(await verifySecuredDocument({ document: secured, contexts: certificateContexts, suites: certificateSuites, keys })).toMatchObject({ ok: true });
  });

  test('never uses a word on which the published copies of the context differ', () => {
    const text = JSON.stringify(document);
    for (const word of ['"jti"', '"endorsementJwt"', '@direction', '@language']) expect(text).not.toContain(word);
  });

  test('without a service number has the name alone', () => {
    const { credentialSubject } = credentialDocument(facts({ holder: { name: 'A', serviceNumber: null } }));
    expect(credentialSubject.identifier).toHaveLength(1);
  });

  test('read back says what went in', () => {
    expect(certifiedFactsOf(document)).toMatchObject({
      number,
      holder: 'Zoé Ñandú-O’Brien',
      title: plasticWasteTerms.title.fr,
      limits: plasticWasteTerms.limits.fr,
      locale: 'fr',
      passMark: '70',
      validUntil: new Date('2028-11-24T10:00:00Z'),
      status: { index: 131_071 },
    });
  });
});

function certifiedFactsOf(document: JsonObject) {
  return certifiedFacts({ ...document, proof: [{ verificationMethod }] });
}
