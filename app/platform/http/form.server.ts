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
  const raw = await readEntries(request);
  if (!raw) return { ok: false, refusal: 'bad-input', fields: [], given: {} };
  const parsed = schema.safeParse(Object.fromEntries(raw));
  if (parsed.success) return done(parsed.data);
  const given = Object.fromEntries([...raw].filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  const fields = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0] ?? '')))].filter(Boolean);
  return { ok: false, refusal: 'bad-input', fields, given };
}

/** More fields than any page of ours has: an honest form never reaches it. */
const mostEntries = 500;

/** Each name with its value, or its values in order; files are left out. Null for what is no form after all, or has too many fields. */
async function readEntries(request: Request): Promise<Map<string, string | string[]> | null> {
  let form: FormData;
  try {
    form = await request.formData();
  } catch (error) {
    // A multipart body without a boundary, or cut off: the sender's fault.
    if (error instanceof TypeError) return null;
    throw error;
  }
  const entries = new Map<string, string | string[]>();
  let count = 0;
  for (const [name, value] of form) {
    count += 1;
    if (count > mostEntries) return null;
    if (typeof value !== 'string') continue;
    const before = entries.get(name);
    if (before === undefined) entries.set(name, value);
    else if (Array.isArray(before)) before.push(value);
    else entries.set(name, [before, value]);
  }
  return entries;
}
