import { z } from 'zod';
import { codePattern, headingIdPattern } from './identifiers';
import { calloutKinds } from './nodes/callout';
import { isSafeAddress } from './safe-address';

const code = z.string().regex(codePattern);
const cell = z.strictObject({ colspan: z.int().min(1).max(20), rowspan: z.int().min(1).max(20), colwidth: z.null() });

/**
 * What the attributes of each node and mark may be. ProseMirror's own check knows their names and not their values, so this list is
 * closed: a type that is not here may carry no attributes at all.
 */
const rules: Readonly<Record<string, z.ZodType>> = {
  heading: z.strictObject({ level: z.union([z.literal(2), z.literal(3)]), id: z.string().regex(headingIdPattern) }),
  orderedList: z.strictObject({ start: z.int().min(0).max(999) }),
  table: z.strictObject({ caption: z.string().max(300).nullable() }),
  tableCell: cell,
  tableHeader: cell,
  figure: z.strictObject({ mediaCode: code, alt: z.string().trim().min(1).max(1000), caption: z.string().max(1000) }),
  callout: z.strictObject({ kind: z.enum(calloutKinds) }),
  practice: z.strictObject({ item: code }),
  link: z.strictObject({ href: z.string().refine(isSafeAddress) }),
  legalReference: z.strictObject({ ref: code }),
  term: z.strictObject({ id: code }),
};

const none = z.strictObject({});

export type AttributeFault = 'document-malformed' | 'document-address-refused' | 'document-alt-missing';

/** What is wrong with the attributes of a node or mark, or null. */
export function attributeFault(type: string, attributes: Readonly<Record<string, unknown>>): AttributeFault | null {
  const rule = Object.hasOwn(rules, type) ? rules[type]! : none;
  const parsed = rule.safeParse(attributes);
  if (parsed.success) return null;
  const fields = new Set(parsed.error.issues.map((issue) => issue.path[0]));
  if (type === 'link') return 'document-address-refused';
  if (type === 'figure' && fields.has('alt')) return 'document-alt-missing';
  return 'document-malformed';
}
