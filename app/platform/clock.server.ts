import type { Instant } from '~/kernel/instant';

/** The one place that reads the clock. Routes and jobs call it once and pass the instant down. */
export function now(): Instant {
  return new Date();
}
