import { negotiate } from '~/i18n/negotiate';
import { type Locale, parseLocale } from '~/kernel/locale';
import { env } from '~/platform/env.server';
import type { SignedIn } from './core/signed-in';
import { cookieValue } from './session-cookie.server';

const name = 'lang';
const oneYear = 31_536_000;

/** The language to answer in: `?lang=`, then the one chosen in this browser, then the person's choice, then what it asks for. */
export function localeOf(request: Request, signedIn: SignedIn | null = null): Locale {
  return (
    parseLocale(new URL(request.url).searchParams.get(name)) ??
    parseLocale(cookieValue(request, name)) ??
    signedIn?.person.locale ??
    negotiate(request.headers.get('accept-language'))
  );
}

/** `Set-Cookie` that keeps the language of `?lang=` for the next pages; null when none was asked for. */
export function chosenLanguageCookie(request: Request): string | null {
  const locale = parseLocale(new URL(request.url).searchParams.get(name));
  return locale && languageCookie(locale, oneYear);
}

/** `Set-Cookie` that forgets it: at sign-out, since the next officer may read another, and when the account says which. */
export function forgetLanguageCookie(): string {
  return languageCookie('', 0);
}

function languageCookie(value: Locale | '', maxAge: number): string {
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${env().secureCookies ? '; Secure' : ''}`;
}
