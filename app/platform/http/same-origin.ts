const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

interface Asked {
  readonly method: string;
  readonly origin: string | undefined;
  readonly referer: string | undefined;
  readonly fetchSite: string | undefined;
}

/**
 * Whether a request may change something: it must come from our own pages. `Origin` is what browsers send with every form post;
 * where an old browser leaves it out, `Sec-Fetch-Site` or `Referer` must say the same. A client that sends none of the three
 * is no browser and carries no one's cookies by accident.
 */
export function mayMutate({ method, origin, referer, fetchSite }: Asked, ours: readonly string[]): boolean {
  if (safeMethods.has(method)) return true;
  if (origin !== undefined) return ours.includes(origin);
  if (fetchSite !== undefined) return fetchSite === 'same-origin';
  if (referer !== undefined) return URL.canParse(referer) && ours.includes(new URL(referer).origin);
  return true;
}
