/**
 * The outcome of a decision: what was done, or a refusal with a name.
 * Refusals are expected and translated; exceptions are bugs or outages.
 */
export type Result<Done, Refusal extends string> =
  | { readonly ok: true; readonly value: Done }
  | { readonly ok: false; readonly refusal: Refusal };

export function done<Done>(value: Done): { ok: true; value: Done } {
  return { ok: true, value };
}

export function refused<const Refusal extends string>(refusal: Refusal): { ok: false; refusal: Refusal } {
  return { ok: false, refusal };
}
