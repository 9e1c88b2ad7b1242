/** A point in time. Always passed in: core code never reads a clock. */
export type Instant = Date;

/** A length of time in milliseconds, made only by name. */
export type Duration = number & { readonly milliseconds: unique symbol };

export const milliseconds = (count: number): Duration => count as Duration;
export const seconds = (count: number): Duration => milliseconds(count * 1000);
export const minutes = (count: number): Duration => seconds(count * 60);
export const hours = (count: number): Duration => minutes(count * 60);
export const days = (count: number): Duration => hours(count * 24);

export function later(instant: Instant, by: Duration): Instant {
  return new Date(instant.getTime() + by);
}

export function earlier(instant: Instant, by: Duration): Instant {
  return new Date(instant.getTime() - by);
}

export function between(from: Instant, to: Instant): Duration {
  return milliseconds(to.getTime() - from.getTime());
}

export function isBefore(a: Instant, b: Instant): boolean {
  return a.getTime() < b.getTime();
}

/**
 * The same day and hour a number of calendar months later, in UTC; the last day of the month where that day does not exist
 * (31 January plus one month is 28 or 29 February).
 */
export function monthsLater(instant: Instant, count: number): Instant {
  const result = new Date(instant);
  const day = result.getUTCDate();
  result.setUTCDate(1);
  result.setUTCMonth(result.getUTCMonth() + count);
  const lastDay = new Date(Date.UTC(result.getUTCFullYear(), result.getUTCMonth() + 1, 0)).getUTCDate();
  result.setUTCDate(Math.min(day, lastDay));
  return result;
}
