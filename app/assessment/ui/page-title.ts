import type { MetaDescriptor } from '@remix-run/node';

/** The title of the browser's tab. */
export function pageTitle(...parts: readonly (string | undefined)[]): MetaDescriptor[] {
  return [{ title: [...parts.filter(Boolean), 'Bluepost'].join(' · ') }];
}
