import { isJsonObject, type Json, type JsonObject } from '~/kernel/canonical-json';

/** The order in which a person reads a credential. What is not named comes between them, the proofs last. */
const first = ['@context', 'id', 'type', 'name', 'description', 'issuer', 'awardedDate', 'validFrom', 'validUntil', 'credentialSubject'];
const last = ['evidence', 'relatedResource', 'credentialSchema', 'credentialStatus', 'proof'];

/** The same JSON with its members in reading order: the database keeps none. No digest or signature depends on it. */
export function inReadableOrder(value: JsonObject): JsonObject {
  const rank = (name: string) => (first.includes(name) ? first.indexOf(name) - first.length : last.indexOf(name) + 1);
  const names = Object.keys(value).sort((a, b) => rank(a) - rank(b));
  return Object.fromEntries(names.map((name) => [name, ordered(value[name] ?? null)]));
}

function ordered(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(ordered);
  return isJsonObject(value) ? inReadableOrder(value) : value;
}
