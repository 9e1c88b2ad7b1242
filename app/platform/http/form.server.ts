import { z } from 'zod';
import { done, type Result } from '~/kernel/result';

/** What was wrong with a form, and what was typed, so that it comes back filled. */
export interface BadForm {
  readonly ok: false;
  readonly refusal: 'bad-input' | 'wrong-content-type';
  /** Names of the fields that are wrong. Their words are the page's. */
  readonly fields: readonly string[];
  readonly given: Readonly<Record<string, string>>;
}

/** A field that may come once, many times or not at all (checkboxes): always a list. */
export function formList(maxItems = 100, maxLength = 200) {
  const one = z.string().max(maxLength);
  return z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(one).max(maxItems));
}

/** Reads an urlencoded or multipart form through a schema. The body's size was bounded before the route ran. */
export async function readForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<Extract<Result<z.output<Schema>, never>, { ok: true }> | BadForm> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) {
    return { ok: false, refusal: 'wrong-content-type', fields: [], given: {} };
  }
  const form = await request.formData();
  const raw: Record<string, string | string[]> = Object.create(null);
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name).filter((value) => typeof value === 'string');
    raw[name] = values.length === 1 ? values[0]! : values;
  }
  const parsed = schema.safeParse({ ...raw });
  if (parsed.success) return done(parsed.data);
  const given = Object.fromEntries(Object.entries(raw).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  const fields = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0] ?? '')))].filter(Boolean);
  return { ok: false, refusal: 'bad-input', fields, given };
}
