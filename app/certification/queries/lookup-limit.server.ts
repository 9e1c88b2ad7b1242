import { type Instant, minutes } from '~/kernel/instant';

/**
 * Numbers have 70 random bits, so nobody will guess one; this keeps a guesser from costing us work, and a service number from being
 * tried out. Only what was not found or did not match is counted, so that a whole post behind one address can check as much as it
 * likes. Per process and in memory: it is a courtesy, not a lock.
 */
const windowLength = minutes(1);
const allowed = 30;
const addressesKept = 10_000;

interface Window {
  readonly since: Instant;
  readonly count: number;
}

const windows = new Map<string, Window>();

/** Seconds that this address has to wait before its misses are answered again; null while it may ask. */
export function waitAfterMisses(address: string, now: Instant): number | null {
  const window = currentWindow(address, now);
  if (!window || window.count < allowed) return null;
  return Math.max(1, Math.ceil((window.since.getTime() + windowLength - now.getTime()) / 1000));
}

/** Counts a miss of this address. */
export function countMiss(address: string, now: Instant): void {
  const window = currentWindow(address, now) ?? { since: now, count: 0 };
  windows.delete(address);
  windows.set(address, { ...window, count: window.count + 1 });
  const [oldest] = windows.keys();
  if (windows.size > addressesKept && oldest !== undefined) windows.delete(oldest);
}

function currentWindow(address: string, now: Instant): Window | null {
  const window = windows.get(address);
  return window && now.getTime() - window.since.getTime() < windowLength ? window : null;
}
