import { bytesToHex } from '@noble/hashes/utils.js';
import { sha256Of } from '~/kernel/bytes';
import { canonicalBytes, type JsonObject } from '~/kernel/canonical-json';

/**
 * Everything an award rests on, as the rows stood when the certificate was signed: the attempt and its frozen form, the rules, every
 * event up to the grade, every answer, each item version shown with its key, and the grade. Its digest stands in the signed
 * credential (`relatedResource`), so a change of one word of a question years later shows.
 */
export type SealedEvidence = {
  readonly format: 'bluepost-evidence-pack/v1';
  readonly attempt: JsonObject;
  readonly assessment: JsonObject;
  readonly events: readonly JsonObject[];
  readonly answers: readonly JsonObject[];
  readonly items: readonly JsonObject[];
  readonly grade: JsonObject;
};

/** SHA-256 of the RFC 8785 form, hex. */
export function digestOfEvidence(sealed: SealedEvidence): string {
  return bytesToHex(sha256Of(canonicalBytes(sealed)));
}
