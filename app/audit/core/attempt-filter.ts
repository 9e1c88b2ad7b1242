import { z } from 'zod';
import { attemptStates } from '~/assessment/core/attempt';
import { type AttemptId, parseId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';

/** How an attempt ended, as an auditor asks for it. */
export const attemptResults = ['passed', 'failed', 'voided', 'open'] as const;
export type AttemptResult = (typeof attemptResults)[number];

const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const day = z.iso.date().transform((text) => new Date(`${text}T00:00:00Z`));
const place = z.string().max(80).transform((text, context): AttemptPlace => {
  const [at = '', id = ''] = text.split('_att_');
  const startedAt = new Date(at);
  const attemptId = parseId('attempt', `att_${id}`);
  if (attemptId === null || Number.isNaN(startedAt.getTime())) context.addIssue('not a place in the list');
  return attemptId === null ? z.NEVER : { startedAt, id: attemptId };
});

/** Where a page of the list begins: after this row. */
export interface AttemptPlace {
  readonly startedAt: Instant;
  readonly id: AttemptId;
}

export function formatAttemptPlace({ startedAt, id }: AttemptPlace): string {
  return `${startedAt.toISOString()}_${id}`;
}

const filterForm = z.object({
  holder: optional(z.string().trim().max(100)),
  assessment: optional(z.string().regex(/^[a-z0-9-]{1,80}$/)),
  result: optional(z.enum(attemptResults)),
  from: optional(day),
  to: optional(day),
  after: optional(place),
});

export type AttemptFilter = z.infer<typeof filterForm>;

export type ReadAttemptFilter = { readonly typed: Readonly<Record<string, string>> } & (
  | { readonly filter: AttemptFilter; readonly wrong: readonly never[] }
  | { readonly filter: null; readonly wrong: readonly (keyof AttemptFilter)[] }
);

/** Reads the filter of /audit/attempts. */
export function readAttemptFilter(search: URLSearchParams): ReadAttemptFilter {
  const typed = Object.fromEntries([...search].map(([name, value]) => [name, value.slice(0, 200)]));
  const parsed = filterForm.safeParse(typed);
  if (!parsed.success) {
    const wrong = Object.keys(filterForm.shape).filter((name): name is keyof AttemptFilter => parsed.error.issues.some(({ path }) => path[0] === name));
    return { typed, filter: null, wrong };
  }
  const { from, to } = parsed.data;
  return from && to && to < from ? { typed, filter: null, wrong: ['to'] } : { typed, filter: parsed.data, wrong: [] };
}

/** The result of an attempt, from its state and its last grade. */
export function resultOf(attempt: { readonly state: string; readonly passed: boolean | null }): AttemptResult {
  if (attempt.state === 'voided') return 'voided';
  const closed = attempt.state === 'released' || attempt.state === 'underAppeal';
  if (!closed || attempt.passed === null) return 'open';
  return attempt.passed ? 'passed' : 'failed';
}

/** States in which nothing is decided yet. */
export const openStates: readonly string[] = attemptStates.filter((state) => resultOf({ state, passed: true }) === 'open');
