import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typeset } from './typography';

test.each([
  ["l'officier d'Aurelia", 'l’officier d’Aurelia'],
  ['oui ; non : peut-être ? jamais ! « ainsi »', 'oui\u00a0; non\u00a0: peut-être\u00a0? jamais\u00a0! «\u00a0ainsi\u00a0»'],
  ['3 737 tonnes en 2020', '3\u00a0737 tonnes en 2020'],
])('French %j is set as %j', (typed, set) => {
  expect(typeset(typed, 'fr')).toBe(set);
});

test('English gets its apostrophes and nothing else', () => {
  expect(typeset("the officer's post : it's 'fine'", 'en')).toBe("the officer’s post : it’s 'fine'");
});

test('setting a text twice changes nothing', () => {
  fc.assert(fc.property(fc.string(), fc.constantFrom('en' as const, 'fr' as const), (text, locale) => typeset(typeset(text, locale), locale) === typeset(text, locale)));
});
