import { days, hours, type Instant, isBefore, later } from '~/kernel/instant';

/**
 * How long a sign-in lasts. Officers share machines, so the cookie ends with the browser; on the server a session ends after a
 * shift without a request, and after a week in any case.
 */
export const sessionRules = { idle: hours(12), absolute: days(7) } as const;

/** When a session that begins now ends whatever happens. */
export function absoluteEnd(createdAt: Instant): Instant {
  return later(createdAt, sessionRules.absolute);
}

/** The earlier of the sliding and the absolute end: no request moves a session beyond its week. */
export function sessionEnd({ slidingEnd, absoluteEnd }: { readonly slidingEnd: Instant; readonly absoluteEnd: Instant }): Instant {
  return isBefore(slidingEnd, absoluteEnd) ? slidingEnd : absoluteEnd;
}
