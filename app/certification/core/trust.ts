import { isJsonObject, type Json, type JsonObject } from '~/kernel/canonical-json';
import { done, refused, type Result } from '~/kernel/result';
import { cosignatureType, ed25519Type, parseVerifierKey } from '~/ledger/core/signed-note';
import type { PinnedKey } from './data-integrity';
import { decodeMultikey } from './multikey';

/**
 * What a verifier believes before it has read anything: whose keys sign certificates, which key signs the log, and how many
 * of which witnesses must have seen it. Whoever checks a certificate gets this once, from us, by a road they trust.
 */
export type Trust = {
  readonly format: 'bluepost-trust/v1';
  /** Verifier key of the log (C2SP signed-note), those of its witnesses, and how many of them have to cosign. */
  readonly log: { readonly key: string; readonly witnesses: readonly string[]; readonly quorum: number };
  readonly issuers: readonly TrustedIssuer[];
  /** Who signs the status lists: an `id` among the issuers. */
  readonly statusIssuer: string | null;
};

export type TrustedIssuer = { readonly id: string; readonly name: string; readonly keys: readonly TrustedKey[] };

/** `validFrom`/`validUntil` bound what the key may have signed; from log entry `voidFrom` on it was stolen, whatever a date says. */
export type TrustedKey = {
  readonly id: string;
  readonly publicKeyMultibase: string;
  readonly validFrom: string;
  readonly validUntil?: string;
  readonly voidFrom?: number;
};

/** The keys of all issuers as `verifySecuredDocument` takes them. */
export function pinnedKeys(trust: Trust): PinnedKey[] {
  return trust.issuers.flatMap(({ id, keys }) => keys.map((key) => ({ ...key, controller: id })));
}

/** Reads trust from a file. Every key has to be one; a file with a single bad key is not believed at all. */
export function parseTrust(value: unknown): Result<Trust, 'trust-malformed'> {
  if (!isJsonObject(value) || value['format'] !== 'bluepost-trust/v1') return refused('trust-malformed');
  const { log, issuers, statusIssuer } = value;
  const sound = isTrustedLog(log) && isListOf(issuers, isTrustedIssuer) && (statusIssuer === null || typeof statusIssuer === 'string');
  return sound ? done(value as unknown as Trust) : refused('trust-malformed');
}

function isTrustedLog(log: Json | undefined): boolean {
  if (!isJsonObject(log)) return false;
  const { key, witnesses, quorum } = log;
  const isWitness = (text: Json) => typeof text === 'string' && parseVerifierKey(text)?.type === cosignatureType;
  const wholeQuorum = typeof quorum === 'number' && Number.isInteger(quorum) && quorum >= 0;
  return typeof key === 'string' && parseVerifierKey(key)?.type === ed25519Type && isListOf(witnesses, isWitness) && wholeQuorum && quorum <= witnesses.length;
}

function isTrustedIssuer(value: Json): boolean {
  if (!isJsonObject(value) || typeof value['id'] !== 'string' || typeof value['name'] !== 'string') return false;
  const prefix = `${value['id']}#`;
  return isListOf(value['keys'], (key) => isJsonObject(key) && isTrustedKey(key, prefix));
}

function isTrustedKey(key: JsonObject, prefix: string): boolean {
  const { id, publicKeyMultibase, validFrom, validUntil, voidFrom } = key;
  const named = typeof id === 'string' && id.startsWith(prefix) && decodeMultikey(publicKeyMultibase) !== null;
  const bounded = isInstant(validFrom) && (validUntil === undefined || isInstant(validUntil));
  return named && bounded && (voidFrom === undefined || Number.isSafeInteger(voidFrom));
}

function isInstant(value: Json | undefined): boolean {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}

function isListOf(value: Json | undefined, test: (item: Json) => boolean): value is readonly Json[] {
  return Array.isArray(value) && (value as readonly Json[]).every(test);
}
