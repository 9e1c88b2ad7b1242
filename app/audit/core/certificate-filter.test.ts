import { expect, test } from 'vitest';
import { mintCertificateNumber } from '~/certification/core/certificate-number';
import { formatCursor, readCertificateFilter } from './certificate-filter';

const read = (fields: Record<string, string>) => readCertificateFilter(new URLSearchParams(fields));
const number = mintCertificateNumber(new Uint8Array(14).fill(3));

test('an empty form asks for everything', () => {
  expect(read({ number: '', holder: '', course: '', status: '', post: '', from: '', to: '' })).toMatchObject({ filter: {}, wrong: [] });
});

test('a number is understood as people type it', () => {
  expect(read({ number: number.toLowerCase().replaceAll('-', ' ') })).toMatchObject({ filter: { number }, wrong: [] });
});

test('what cannot be understood is named, and nothing is searched', () => {
  const given = { number: 'BP-1', course: '../etc', status: 'fine', from: '24.11.2026', to: '2026-02-30', after: 'x' };
  expect(read(given)).toMatchObject({ filter: null, wrong: ['number', 'course', 'status', 'from', 'to', 'after'], typed: given });
});

test('a period that ends before it begins is refused', () => {
  expect(read({ from: '2026-11-24', to: '2026-11-23' })).toMatchObject({ filter: null, wrong: ['to'] });
});

test('a place in the list is read back as it was written', () => {
  const place = { issuedAt: new Date('2026-11-24T10:00:00Z'), id: `crt_${'0'.repeat(26)}` };
  expect(read({ after: formatCursor(place) })).toMatchObject({ filter: { after: place } });
});
