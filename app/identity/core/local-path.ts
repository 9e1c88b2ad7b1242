const mostLength = 1000;
/** Signing in must not lead straight out again, nor in a circle. */
const nowhere = /^\/(login|logout|forgot|set-password)(\/|\?|$)/;

/**
 * A place inside this site to go to after signing in, or null: `next` comes from an address that anybody may have written, and
 * `//evil.example`, `/\evil.example` and `/%09/evil.example` lead elsewhere in some browser.
 */
export function localPath(text: unknown): string | null {
  if (typeof text !== 'string' || text.length > mostLength) return null;
  if (!/^\/(?![/\\])[^\\\p{C}\p{Z}]*$/u.test(text)) return null;
  const base = 'http://here.invalid';
  if (!URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  const path = `${url.pathname}${url.search}`;
  return url.origin === base && !path.startsWith('//') && !nowhere.test(path) ? path : null;
}
