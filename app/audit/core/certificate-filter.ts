import { z } from 'zod';
import { type CertificateNumber, parseCertificateNumber } from '~/certification/core/certificate-number';
import { certificateStatuses } from '~/certification/core/certificate-machine';
import { parseId } from '~/kernel/ids';
import { days, type Instant, later } from '~/kernel/instant';

/** An empty field of a GET form means that nobody asked. */
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const number = z.string().max(60).transform((text, context): CertificateNumber => {
  const parsed = parseCertificateNumber(text);
  if (parsed === null) context.addIssue('not a certificate number');
  return parsed ?? z.NEVER;
});
const day = z.iso.date().transform((text) => new Date(`${text}T00:00:00Z`));

const cursor = z.string().max(80).transform((text, context): Cursor => {
  const [at = '', id = ''] = text.split('_crt_');
  const instant = new Date(at);
  const parsed = parseId('certificate', `crt_${id}`);
  if (Number.isNaN(instant.getTime()) || parsed === null) context.addIssue('not a place in the list');
  return parsed === null ? z.NEVER : { issuedAt: instant, id: parsed };
});

/** Where a page of the list begins: after this row. Certificates are never removed, so it stays a place. */
export interface Cursor {
  readonly issuedAt: Instant;
  readonly id: string;
}

export function formatCursor({ issuedAt, id }: Cursor): string {
  return `${issuedAt.toISOString()}_${id}`;
}

const filterForm = z.object({
  number: optional(number),
  holder: optional(z.string().trim().max(100)),
  course: optional(z.string().regex(/^[a-z0-9-]{1,80}$/)),
  status: optional(z.enum(certificateStatuses)),
  post: optional(z.string().regex(/^[a-z0-9-]{1,80}$/i)),
  from: optional(day),
  to: optional(day),
  after: optional(cursor),
});

export type CertificateFilter = z.infer<typeof filterForm>;
export type FilterField = keyof CertificateFilter;

/** What was asked, or which fields cannot be understood. `typed` is what goes back into the form. */
export type ReadFilter = { readonly typed: Readonly<Record<string, string>> } & (
  | { readonly filter: CertificateFilter; readonly wrong: readonly never[] }
  | { readonly filter: null; readonly wrong: readonly FilterField[] }
);

/** Reads the filter of /audit/certificates. Days are days of UTC, as certificates are dated. */
export function readCertificateFilter(search: URLSearchParams): ReadFilter {
  const typed = Object.fromEntries([...search].map(([name, value]) => [name, value.slice(0, 200)]));
  const parsed = filterForm.safeParse(typed);
  if (!parsed.success) {
    const wrong = Object.keys(filterForm.shape).filter((name): name is FilterField => parsed.error.issues.some(({ path }) => path[0] === name));
    return { typed, filter: null, wrong };
  }
  const { from, to } = parsed.data;
  if (from && to && to < from) return { typed, filter: null, wrong: ['to'] };
  return { typed, filter: parsed.data, wrong: [] };
}

/** The first instant after a day. */
export function endOfDay(firstInstant: Instant): Instant {
  return later(firstInstant, days(1));
}
