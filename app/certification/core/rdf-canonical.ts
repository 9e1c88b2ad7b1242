import jsonld from 'jsonld';
import type { JsonObject } from '~/kernel/canonical-json';
import credentialsV2 from '../contexts/credentials-v2.json';
import openBadges from '../contexts/open-badges-3.0.3.json';
import openBadgesExtensions from '../contexts/open-badges-extensions.json';
import { credentialsContext, openBadgesContext, openBadgesExtensionsContext } from './credential-contexts';

/** Contexts are bundled bytes, as VC 2.0 specifies for its own; a context from the network could change what was signed. */
const bundled = new Map<string, object>([
  [credentialsContext, credentialsV2],
  [openBadgesContext, openBadges],
  [openBadgesExtensionsContext, openBadgesExtensions],
]);

/** @throws Error that names the address, for anything but the three contexts above */
export async function loadBundledContext(url: string) {
  const document = bundled.get(url);
  if (!document) throw new Error(`The context ${url} is not one of the three that certificates use; nothing is loaded from the network`);
  return { contextUrl: undefined, documentUrl: url, document };
}

/** Looks up a context by its address; rejects for what it does not know. */
export type ContextLoader = typeof loadBundledContext;

type CanonizeOptions = Parameters<typeof jsonld.canonize>[1];

/**
 * RDFC-1.0 N-Quads of a JSON-LD document. Safe mode: a term that no context maps is an error, for it would be signed by
 * nobody. The work factor stays at its default, which stops poisoned graphs.
 */
export async function canonicalRdf(document: JsonObject, documentLoader: ContextLoader = loadBundledContext): Promise<string> {
  const options = { algorithm: 'RDFC-1.0', base: null, safe: true, documentLoader } as unknown as CanonizeOptions;
  return String(await jsonld.canonize(document as jsonld.JsonLdDocument, options));
}
