import { z } from 'zod';
import { parseRole, type Role, roles } from '~/kernel/actor';
import { type IdKind, parseId } from '~/kernel/ids';
import type { Locale } from '~/kernel/locale';

/** A column that holds an id of this kind; a row with another text is a bug and fails where it is read. */
export const idColumn = <Kind extends IdKind>(kind: Kind) =>
  z.string().transform((text, context) => {
    const id = parseId(kind, text);
    if (id) return id;
    context.addIssue({ code: 'custom', message: `not an id of kind ${kind}` });
    return z.NEVER;
  });

/** A text in every language of the interface. */
export const localizedColumn = z.object({ en: z.string(), fr: z.string() } satisfies Record<Locale, z.ZodString>);

/** Held roles in the order of `roles`. */
export function inRoleOrder(held: readonly string[]): Role[] {
  const known = new Set(held.map(parseRole));
  return roles.filter((role) => known.has(role));
}
