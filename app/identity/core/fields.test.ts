import { describe, expect, test } from 'vitest';
import { fields } from './fields';

const good = (name: keyof typeof fields, text: string) => fields[name].safeParse(text).success;

test('an e-mail address is kept in one form', () => {
  expect(fields.email.parse('  Amina.Kouyate@Aurelia.EXAMPLE ')).toBe('amina.kouyate@aurelia.example');
});

test('a name keeps its letters and loses stray space', () => {
  expect(fields.name.parse('  Lucía   Ferrand ')).toBe('Lucía Ferrand');
});

describe.each([
  ['email', ['a@b.example'], ['', 'amina', 'a@b', `${'x'.repeat(250)}@b.example`, 'a@b.example\nbcc: c@d.example']],
  ['name', ['Ng', 'Ó Súilleabháin-Diop'], ['', '   ', 'x'.repeat(121), 'a\u0000b', 'a\u202eb']],
  ['serviceNumber', ['', 'AU-1041', 'É 7/b.2'], ['-1', 'x'.repeat(41), '<b>']],
  ['role', ['trainee', 'operator'], ['', 'Trainee', 'root']],
  ['post', ['', 'pst_0123456789abcdefghjkmnpqrs'], ['pst_1', 'per_0123456789abcdefghjkmnpqrs']],
  ['timeZone', ['UTC', 'Africa/Lagos'], ['', 'Mars/Olympus', 'utc ']],
  ['code', ['ab', 'aurelia', 'customs-2'], ['', 'a', 'Aurelia', '-a', 'a-', 'a--b', 'é-a', 'a_b', 'x'.repeat(41)]],
  ['revision', ['0', '7'], ['-1', '1.5', 'x', '99999999999']],
] as const)('the field %s', (name, right, wrong) => {
  test.each(right)('takes %j', (text) => expect(good(name, text)).toBe(true));
  test.each(wrong)('refuses %j', (text) => expect(good(name, text)).toBe(false));
});
