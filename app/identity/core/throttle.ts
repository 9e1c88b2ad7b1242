import { between, hours, type Instant, isBefore, later, minutes, seconds } from '~/kernel/instant';

/** What is counted: one account, or one address that tries many accounts. */
export type ThrottleKind = 'account' | 'address';

/**
 * `free` failures cost nothing; each further one doubles the wait, from `firstWait` to `longestWait`. The count begins anew
 * once `window` has passed since it began. An address has more, since a whole border post may share it.
 */
export const throttleRules = {
  account: { free: 5, firstWait: seconds(30), longestWait: minutes(15), window: hours(1) },
  address: { free: 50, firstWait: seconds(30), longestWait: minutes(15), window: hours(1) },
} as const;

/** The wait after so many failures; null while they are free. Doubling stops before it could leave the whole numbers. */
export function blockedUntil({ kind, failures, now }: { readonly kind: ThrottleKind; readonly failures: number; readonly now: Instant }): Instant | null {
  const { free, firstWait, longestWait } = throttleRules[kind];
  if (failures < free) return null;
  const doublings = Math.min(failures - free, 20);
  return later(now, firstWait * 2 ** doublings < longestWait ? seconds((firstWait / 1000) * 2 ** doublings) : longestWait);
}

/** Whole seconds to wait, at least 1, for `Retry-After`; null when nothing blocks. */
export function retryAfterSeconds(blocks: readonly (Instant | null)[], now: Instant): number | null {
  const waits = blocks.filter((until): until is Instant => until !== null && isBefore(now, until)).map((until) => between(now, until));
  return waits.length === 0 ? null : Math.ceil(Math.max(...waits) / 1000);
}

/**
 * The part of an address that one customer of a network controls: an IPv4 address, or the first 64 bits of an IPv6 one, whose
 * owner has the other 2^64 for free.
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  if (!address.includes(':')) return address;
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::');
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  const groups = [...before, ...zeros, ...after].map((group) => group.replace(/^0+(?=.)/, ''));
  return `${groups.slice(0, 4).join(':')}::/64`;
}
