/** Every time zone that dates can be shown in (IANA names), UTC first. */
export const timeZones: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC')];

const known = new Set(timeZones);

export function isTimeZone(name: string): boolean {
  return known.has(name);
}
