import { expect, test } from 'vitest';
import { checkPassword, demoPassword } from './password-rule';

const email = 'amina.diallo@aurelia.example';
const verdict = (password: string) => {
  const result = checkPassword({ password, email });
  return result.ok ? 'good' : result.refusal;
};

test.each([
  ['eleven-char', 'password-too-short'],
  ['x'.repeat(257), 'password-too-long'],
  ['amina.diallo@aurelia.example', 'password-holds-email'],
  ['my Amina.Diallo 77', 'password-holds-email'],
  ['at aurelia.example', 'password-holds-email'],
  ['aaaaaaaaaaaaaa', 'password-obvious'],
  ['abababababab', 'password-obvious'],
  ['123456789012', 'password-obvious'],
  ['1234567890123!', 'password-obvious'],
  ['lkjihgfedcba', 'password-obvious'],
  ['Password12345', 'password-obvious'],
  ['motdepasse2026', 'password-obvious'],
  ['Customs-Officer-2026', 'password-obvious'],
  ['Frontière2026!', 'password-obvious'],
  [demoPassword, 'password-obvious'],
])('%s is refused: %s', (password, refusal) => expect(verdict(password)).toBe(refusal));

test.each(['correct horse battery', 'Lac-rouge, trois ponts', 'бързи лодки край реката', 'T7#kQ2!vB9$z', 'the red crane at gate 4'])(
  'a password that takes long to guess is welcome: %s',
  (password) => expect(verdict(password)).toBe('good'),
);

test('the length is counted in characters, and one form is kept however the keyboard composed it', () => {
  expect(verdict('🛃🚢🚛📦🧳⛴️🛂🚤⚓🧭🗺️🛟')).toBe('good');
  expect(checkPassword({ password: 'été sur le lac bleu', email })).toEqual(checkPassword({ password: 'été sur le lac bleu'.normalize('NFD'), email }));
});
