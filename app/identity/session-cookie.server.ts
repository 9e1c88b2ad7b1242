import { env } from '~/platform/env.server';

/**
 * No lifetime: on a shared machine the cookie goes when the browser closes. Under https the `__Host-` prefix makes the browser
 * refuse one that a neighbouring host or a plain http page tries to plant.
 */
function cookieName(): string {
  return env().secureCookies ? '__Host-session' : 'session';
}

function flags(): string {
  return `Path=/; HttpOnly; SameSite=Lax${env().secureCookies ? '; Secure' : ''}`;
}

/** `Set-Cookie` for a new session. */
export function sessionCookie(token: string): string {
  return `${cookieName()}=${token}; ${flags()}`;
}

/** `Set-Cookie` that takes the session cookie away. */
export function blankSessionCookie(): string {
  return `${cookieName()}=; ${flags()}; Max-Age=0`;
}

/** The session token of a request, null when there is none. */
export function sessionToken(request: Request): string | null {
  return cookieValue(request, cookieName());
}

export function cookieValue(request: Request, name: string): string | null {
  const header = request.headers.get('cookie') ?? '';
  const pair = header.split(';').find((part) => part.trimStart().startsWith(`${name}=`));
  return pair?.trimStart().slice(name.length + 1).trim() || null;
}
