const maxLength = 2000;

/**
 * Whether an address may stand in a link: https, mail, or a path of this site. Everything else (`javascript:`, `data:`, plain http,
 * another host without a scheme, credentials in the address) is refused, also when it hides behind control characters.
 */
export function isSafeAddress(address: string): boolean {
  if (address.length === 0 || address.length > maxLength) return false;
  // A browser drops tabs and newlines inside a scheme and reads a backslash as a slash.
  if (/[\s\\\p{Cc}\p{Cf}]/u.test(address)) return false;
  if (address.startsWith('/')) return !address.startsWith('//');
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.protocol === 'mailto:') return url.pathname.includes('@');
  return url.protocol === 'https:' && url.hostname !== '' && url.username === '' && url.password === '';
}
