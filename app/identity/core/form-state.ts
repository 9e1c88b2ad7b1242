/** What a form page shows again after a refusal: what was wrong, and everything that was typed but passwords. */
export interface FormState {
  /** A refusal's name; `bad-input` when fields are malformed. */
  readonly refusal: string;
  /** Fields that could not be read. */
  readonly fields: readonly string[];
  readonly given: Readonly<Record<string, string>>;
  /** For the words of the refusal. */
  readonly seconds?: number;
}

const secret = new Set(['password', 'again', 'current']);

/** A refused form, without what must never be sent back. */
export function refusedForm({ refusal, fields = [], given, seconds }: {
  readonly refusal: string;
  readonly fields?: readonly string[];
  readonly given: Readonly<Record<string, string | number | null>>;
  readonly seconds?: number | undefined;
}): FormState {
  const shown = Object.entries(given).flatMap(([name, value]): [string, string][] => (secret.has(name) || value === null ? [] : [[name, String(value)]]));
  return { refusal, fields, given: Object.fromEntries(shown), ...(seconds !== undefined && { seconds }) };
}
