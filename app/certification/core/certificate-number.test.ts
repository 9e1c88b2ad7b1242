import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mintCertificateNumber, parseCertificateNumber } from './certificate-number';

const aNumber = fc.uint8Array({ minLength: 14, maxLength: 14 }).map(mintCertificateNumber);
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const places = [...'BP-XXXXX-XXXXX-XXXXX'].flatMap((character, at) => (character === 'X' ? [at] : []));

describe('the number of a certificate', () => {
  test('reads the same in any case, with spaces for dashes, without the BP, and with O and I for 0 and 1', () => {
    fc.assert(
      fc.property(aNumber, (number) => {
        const typed = [number, number.toLowerCase(), number.replaceAll('-', ' '), number.replaceAll('-', ''), number.slice(3), ` ${number}\n`];
        const misread = number.replaceAll('0', 'O').replaceAll('1', 'l');
        for (const text of [...typed, misread]) expect(parseCertificateNumber(text)).toBe(number);
      }),
    );
  });

  test('with one wrong character is never another number', () => {
    fc.assert(
      fc.property(aNumber, fc.constantFrom(...places), fc.constantFrom(...alphabet), (number, at, character) => {
        fc.pre(number[at] !== character);
        expect(parseCertificateNumber(number.slice(0, at) + character + number.slice(at + 1))).toBeNull();
      }),
    );
  });

  test('with two characters swapped is never another number', () => {
    fc.assert(
      fc.property(aNumber, fc.constantFrom(...places), fc.constantFrom(...places), (number, a, b) => {
        fc.pre(number[a] !== number[b]);
        const characters = [...number];
        [characters[a], characters[b]] = [characters[b] ?? '', characters[a] ?? ''];
        expect(parseCertificateNumber(characters.join(''))).toBeNull();
      }),
    );
  });

  test('is nothing else: empty, too long, foreign letters, other types', () => {
    for (const text of ['', 'BP', 'BP-', 'U'.repeat(15), 'É'.repeat(15), '0'.repeat(61), null, undefined, 7, {}]) {
      expect(parseCertificateNumber(text)).toBeNull();
    }
  });
});
