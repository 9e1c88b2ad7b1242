import { afterEach, expect, test } from 'vitest';
import { configure, readEnv } from '~/platform/env.server';
import { chosenLanguageCookie, forgetLanguageCookie, localeOf } from './request-locale.server';
import { blankSessionCookie, sessionCookie, sessionToken } from './session-cookie.server';

const at = (origin: string) => configure(readEnv({ ORIGIN: origin }));
const request = (headers: Record<string, string>, path = '/') => new Request(`http://localhost:3000${path}`, { headers });

afterEach(() => at('http://localhost:3000'));

test('no script reads the session, no other site sends it, and it goes when the browser closes', () => {
  at('http://localhost:3000');
  expect(sessionCookie('token')).toBe('session=token; Path=/; HttpOnly; SameSite=Lax');
  expect(blankSessionCookie()).toBe('session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0');
});

test('under https it travels encrypted only and cannot be planted by a neighbour', () => {
  at('https://learn.example');
  expect(sessionCookie('token')).toBe('__Host-session=token; Path=/; HttpOnly; SameSite=Lax; Secure');
  expect(sessionToken(request({ cookie: 'session=planted; __Host-session=real' }))).toBe('real');
  expect(sessionToken(request({ cookie: 'session=planted' }))).toBeNull();
});

test('the session is found among other cookies, and only under its own name', () => {
  at('http://localhost:3000');
  expect(sessionToken(request({ cookie: 'a=1; session=token; lang=fr' }))).toBe('token');
  expect(sessionToken(request({ cookie: 'xsession=token; session=' }))).toBeNull();
  expect(sessionToken(request({}))).toBeNull();
});

test('the language is the one asked for on the page, then the browser’s last choice, then the person’s, then what the browser asks', () => {
  at('http://localhost:3000');
  const signedIn = {
    person: { id: 'per_1' as const, email: 'a@b.example', name: 'A', locale: 'fr' as const, timeZone: 'UTC' },
    administration: null, post: null, roles: ['trainee' as const],
    actor: { id: 'per_1' as const, role: 'trainee' as const, administrationId: null },
  };
  expect(localeOf(request({ cookie: 'lang=fr' }, '/?lang=en'), signedIn)).toBe('en');
  expect(localeOf(request({ cookie: 'lang=en', 'accept-language': 'fr' }), signedIn)).toBe('en');
  expect(localeOf(request({ 'accept-language': 'en' }), signedIn)).toBe('fr');
  expect(localeOf(request({ 'accept-language': 'fr-CI, en;q=0.5' }))).toBe('fr');
  expect(localeOf(request({ 'accept-language': 'pt' }, '/?lang=pt'))).toBe('en');
});

test('a language that was asked for is kept for the next pages, and an unknown one is not', () => {
  at('http://localhost:3000');
  expect(chosenLanguageCookie(request({}, '/?lang=fr'))).toBe('lang=fr; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000');
  expect(chosenLanguageCookie(request({}, '/?lang=xx'))).toBeNull();
  expect(forgetLanguageCookie()).toContain('Max-Age=0');
});
