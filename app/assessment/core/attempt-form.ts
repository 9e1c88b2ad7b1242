import { bytesToHex } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { type ItemResponse, itemTypes } from '~/content/core/item';
import { sha256Of } from '~/kernel/bytes';
import { canonicalBytes } from '~/kernel/canonical-json';
import { type ItemVersionId, parseId } from '~/kernel/ids';
import { done, refused, type Result } from '~/kernel/result';
import { rulesOf } from './item-types/item-types';

const itemVersionId = z.string().refine((text): text is ItemVersionId => parseId('itemVersion', text) !== null);

/** A question of one attempt. `id` and the ids of its options are random per attempt: they mean nothing in another one. */
const formItem = z.strictObject({
  id: z.string(),
  itemVersionId,
  itemId: z.string(),
  hash: z.string(),
  type: z.enum(itemTypes),
  outcome: z.string(),
  points: z.int().positive(),
  options: z.array(z.strictObject({ id: z.string(), option: z.string() })),
});

const attemptForm = z.strictObject({
  version: z.literal(1),
  courseId: z.string(),
  courseCode: z.string(),
  assessmentCode: z.string(),
  passMark: z.strictObject({ numerator: z.int().nonnegative(), denominator: z.int().positive() }),
  timeLimitMinutes: z.int().positive(),
  /** Time that this trainee was given beyond the rule, before the start. */
  extraMinutes: z.int().nonnegative(),
  items: z.array(formItem).min(1),
});

/** What one trainee is shown, frozen at the start: which item versions, in which order, by which ids, under which rules. */
export type AttemptForm = z.infer<typeof attemptForm>;
export type FormItem = AttemptForm['items'][number];

/** @throws Error when a stored form is not one */
export function parseAttemptForm(json: unknown): AttemptForm {
  return attemptForm.parse(json);
}

/** SHA-256 of the form's canonical JSON, hex. The first event of the attempt carries it. */
export function hashOfForm(form: AttemptForm): string {
  return bytesToHex(sha256Of(canonicalBytes(form)));
}

/** The question with this id and its place, counted from 1; null when the attempt has no such question. */
export function findFormItem(form: AttemptForm, id: string): { readonly item: FormItem; readonly position: number } | null {
  const index = form.items.findIndex((item) => item.id === id);
  const item = form.items[index];
  return item ? { item, position: index + 1 } : null;
}

export type ResponseRefusal = 'unknown-option' | 'too-many-options';

/** The shown option ids of a response in the order of the form, each once; refused when the question has no such option. */
export function readResponse(item: FormItem, response: readonly string[]): Result<readonly string[], ResponseRefusal> {
  const sent = new Set(response);
  const chosen = item.options.map((option) => option.id).filter((id) => sent.has(id));
  if (chosen.length !== sent.size) return refused('unknown-option');
  if (rulesOf(item.type).chooses === 'one' && chosen.length > 1) return refused('too-many-options');
  return done(chosen);
}

/** The author's option ids behind the shown ones. */
export function responseInAuthorsIds(item: FormItem, chosen: readonly string[]): ItemResponse {
  return { chosen: item.options.filter((option) => chosen.includes(option.id)).map((option) => option.option) };
}
