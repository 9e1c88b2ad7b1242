import { ed25519 } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { didDocument, didDocumentUrl, issuerDid } from './did-web';
import { decodeMultikey, encodeMultikey } from './multikey';

const key = encodeMultikey(ed25519.getPublicKey(new Uint8Array(32).fill(1)));

describe('did:web', () => {
  test('an issuer is named by its address, a port by %3A', () => {
    expect(issuerDid('http://localhost:3000', 'aurelia')).toBe('did:web:localhost%3A3000:issuers:aurelia');
    expect(issuerDid('https://bluepost.example', 'aurelia')).toBe('did:web:bluepost.example:issuers:aurelia');
    expect(() => issuerDid('https://bluepost.example', '../aurelia')).toThrow(RangeError);
  });

  test('the name leads to the document', () => {
    expect(didDocumentUrl('did:web:localhost%3A3000:issuers:aurelia')).toBe('https://localhost:3000/issuers/aurelia/did.json');
    expect(didDocumentUrl('did:web:bluepost.example')).toBe('https://bluepost.example/.well-known/did.json');
  });

  test.each(['did:key:z6Mk', 'did:web:', 'did:web:host:..:did', 'did:web:host/path', 'did:web:user@host', 'did:web:host%2Fevil', 'web:host'])('%j leads nowhere', (did) => {
    expect(didDocumentUrl(did)).toBeNull();
  });

  test('the document has the shape that foreign resolvers accept', () => {
    const did = issuerDid('https://bluepost.example', 'aurelia');
    const document = didDocument({ did, keys: [{ fragment: 'key-2026-1', publicKeyMultibase: key }], suspensionList: 'https://bluepost.example/status/suspension' });
    expect(document.assertionMethod).toEqual([`${did}#key-2026-1`]);
    expect(document.verificationMethod).toEqual([{ id: `${did}#key-2026-1`, type: 'Multikey', controller: did, publicKeyMultibase: key }]);
  });

  test('a key in a fragment is never published', () => {
    const did = issuerDid('https://bluepost.example', 'aurelia');
    expect(() => didDocument({ did, keys: [{ fragment: key, publicKeyMultibase: key }] })).toThrow(RangeError);
  });
});

describe('Multikey', () => {
  test('gives back the key it was made from', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        expect(decodeMultikey(encodeMultikey(bytes))).toEqual(new Uint8Array(bytes));
      }),
    );
  });

  test.each([undefined, '', 'z', 'z6Mk', key.slice(1), `${key}1`, key.replace('z', 'u'), `z${'1'.repeat(100_000)}`, key.replace(/.$/, '0')])('%# is not a key', (text) => {
    expect(decodeMultikey(text)).toBeNull();
  });
});
