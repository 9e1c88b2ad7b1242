import { expect, test } from 'vitest';
import { mayMutate } from './same-origin';

const ours = ['https://learn.example'];
const asked = (method: string, headers: { origin?: string; referer?: string; fetchSite?: string } = {}) =>
  mayMutate({ method, origin: headers.origin, referer: headers.referer, fetchSite: headers.fetchSite }, ours);

test('reading is open to every origin', () => {
  expect(asked('GET', { origin: 'https://elsewhere.example' })).toBe(true);
});

test('a form on our own page may change something', () => {
  expect(asked('POST', { origin: 'https://learn.example' })).toBe(true);
});

test.each([
  { origin: 'https://elsewhere.example' },
  { origin: 'null' },
  { origin: 'https://learn.example.elsewhere.example' },
  { origin: 'http://learn.example' },
  { fetchSite: 'cross-site' },
  { fetchSite: 'same-site' },
  { referer: 'https://elsewhere.example/https://learn.example' },
  { referer: 'not an address' },
])('a post with %j is refused', (headers) => {
  expect(asked('POST', headers)).toBe(false);
});

test('Origin outweighs what the other headers say', () => {
  expect(asked('POST', { origin: 'https://elsewhere.example', referer: 'https://learn.example/x', fetchSite: 'same-origin' })).toBe(false);
});
