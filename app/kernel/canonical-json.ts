import canonicalize from 'canonicalize';

/** A value that JSON can hold. Types, not interfaces, are assignable to it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json };

/**
 * RFC 8785 (JSON Canonicalization Scheme): the one text that stands for this value, whoever writes it.
 * Throws on what JSON cannot say (undefined, NaN, functions, dates, half a surrogate pair): a value that would be
 * dropped or bent silently must never be hashed.
 */
export function canonicalJson(value: Json): string {
  refuseWhatJsonCannotSay(value, '$');
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('Not a JSON value');
  return text;
}

/** `canonicalJson` as UTF-8 bytes, ready to be hashed. */
export function canonicalBytes(value: Json): Uint8Array {
  return new TextEncoder().encode(canonicalJson(value));
}

/** Whether the value is an object of JSON (neither null nor a list). */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refuseWhatJsonCannotSay(value: unknown, path: string): void {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${path} is ${value}, which JSON cannot say`);
    return;
  }
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) refuseWhatJsonCannotSay(value[index], `${path}[${index}]`);
    return;
  }
  if (!isPlainObject(value)) throw new TypeError(`${path} is not a JSON value`);
  for (const [key, member] of Object.entries(value)) refuseWhatJsonCannotSay(member, `${path}.${key}`);
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
