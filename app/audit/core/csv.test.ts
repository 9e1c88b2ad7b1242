import { expect, test } from 'vitest';
import { csvRecord } from './csv';

test('a record is written by RFC 4180', () => {
  expect(csvRecord(['BP-1', 'Kouyaté, Amina', 'says "no"', 'two\nlines', ''])).toBe('BP-1,"Kouyaté, Amina","says ""no""","two\nlines",\r\n');
});

test.each(['=1+1', '+49', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])('the cell %j reaches a spreadsheet as text', (text) => {
  expect(csvRecord([text]).replace(/^"/, '').startsWith("'")).toBe(true);
});

test('an apostrophe is not added where nothing can run', () => {
  expect(csvRecord(["O'Brien", 'N’Diaye', '2026-11-24', 'a=b'])).toBe("O'Brien,N’Diaye,2026-11-24,a=b\r\n");
});
