import { expect, test } from 'vitest';
import { refusedForm } from './form-state';

test('a refused form comes back filled, but for passwords', () => {
  const given = { email: 'a@b.example', password: 'secret words', again: 'secret words', current: 'older words', serviceNumber: null, revision: 3 };
  expect(refusedForm({ refusal: 'bad-input', fields: ['email'], given })).toEqual({
    refusal: 'bad-input',
    fields: ['email'],
    given: { email: 'a@b.example', revision: '3' },
  });
});
