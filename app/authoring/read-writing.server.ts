import type { z } from 'zod';
import { longestSave } from '~/authoring/core/draft';
import { done, type Result } from '~/kernel/result';

type Refused = { readonly ok: false; readonly status: 400 | 413 | 415; readonly refusal: 'bad-input' | 'wrong-content-type' | 'save-too-large' };

/** Reads the JSON that the editor sends: its size first, then its shape. What the document holds is for the gate to judge. */
export async function readWriting<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<Extract<Result<z.output<Schema>, never>, { ok: true }> | Refused> {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) return { ok: false, status: 415, refusal: 'wrong-content-type' };
  const body = await request.text();
  if (new TextEncoder().encode(body).length > longestSave) return { ok: false, status: 413, refusal: 'save-too-large' };
  const parsed = schema.safeParse(parseJson(body));
  return parsed.success ? done(parsed.data) : { ok: false, status: 400, refusal: 'bad-input' };
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
