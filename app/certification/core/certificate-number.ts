/**
 * The number of a certificate: `BP-7K3QF-9TZ4M-X0C8R`. Fourteen random characters of Crockford's base 32 (70 bits: cannot be
 * walked) and one that checks them. It is printed, read out on telephones and typed at border posts.
 */
export type CertificateNumber = string & { readonly certificateNumber: unique symbol };

/** No I, L, O, U: they are read as 1, 1, 0 and V. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const randomLength = 14;
const length = randomLength + 1;

/** @param bytes at least 14 random bytes from a cryptographic source */
export function mintCertificateNumber(bytes: Uint8Array): CertificateNumber {
  if (bytes.length < randomLength) throw new RangeError(`A number needs ${randomLength} random bytes, got ${bytes.length}`);
  const digits = Array.from(bytes.subarray(0, randomLength), (byte) => byte % 32);
  return written([...digits, checkDigit(digits)]);
}

/**
 * The number, or null when it is not one. Case, spaces and dashes do not matter, `BP` may be left out, O is read as 0, I and L
 * as 1. Every single wrong character and every swap of two characters is noticed.
 */
export function parseCertificateNumber(text: unknown): CertificateNumber | null {
  if (typeof text !== 'string' || text.length > 60) return null;
  const bare = text.toUpperCase().replaceAll(/[\s\u2010-\u2015-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  const body = bare.length === length + 2 && bare.startsWith('BP') ? bare.slice(2) : bare;
  const digits = Array.from(body, (character) => alphabet.indexOf(character));
  if (digits.length !== length || digits.includes(-1)) return null;
  return checkDigit(digits.slice(0, randomLength)) === digits[randomLength] ? written(digits) : null;
}

function written(digits: readonly number[]): CertificateNumber {
  const body = digits.map((digit) => alphabet[digit]).join('');
  return `BP-${body.slice(0, 5)}-${body.slice(5, 10)}-${body.slice(10)}` as CertificateNumber;
}

/**
 * The last digit of a Reed-Solomon code over GF(32): the whole number, read as a polynomial, is zero at the generator. Each place
 * has its own weight, so one wrong digit or two swapped ones always show.
 */
function checkDigit(digits: readonly number[]): number {
  return timesGenerator(digits.reduce((sum, digit) => timesGenerator(sum) ^ digit, 0));
}

/** Multiplication by x in GF(2)[x] / (x^5 + x^2 + 1). */
function timesGenerator(element: number): number {
  const doubled = element << 1;
  return doubled & 32 ? doubled ^ 0b100101 : doubled;
}
