import { z } from 'zod';
import { roles } from '~/kernel/actor';
import { type IdKind, parseId } from '~/kernel/ids';
import { locales } from '~/kernel/locale';
import { emailAddress } from './email-address';
import { isTimeZone } from './time-zone';

/** Printable text without line breaks, trimmed, composed. */
const line = (most: number) =>
  z
    .string()
    .max(most * 4)
    .transform((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim())
    .pipe(z.string().min(1).max(most).regex(/^[^\p{C}]*$/u));

const idField = <Kind extends IdKind>(kind: Kind) =>
  z.string().transform((text, context) => {
    const id = parseId(kind, text);
    if (id) return id;
    context.addIssue({ code: 'custom', message: `not a ${kind}` });
    return z.NEVER;
  });

/** A choice from a list whose first entry is nothing at all. */
const orNothing = <Schema extends z.ZodType>(schema: Schema) => z.union([z.literal('').transform(() => null), schema]);

/** The fields of identity's forms: one meaning each, wherever they stand. */
export const fields = {
  email: emailAddress,
  /** Any length here: the rule for new passwords is `checkPassword`, an old one is only compared. */
  password: z.string().min(1).max(1024),
  name: line(120),
  serviceNumber: orNothing(z.string().max(200).transform((text) => text.trim()).pipe(z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}./ -]{0,39}$/u))),
  role: z.enum(roles),
  post: orNothing(idField('post')),
  chosenPost: idField('post'),
  person: idField('person'),
  locale: z.enum(locales),
  localeOrNone: orNothing(z.enum(locales)),
  timeZone: z.string().max(64).refine(isTimeZone),
  /** Stands in addresses and in the did:web of the issuer: no sign that would need escaping. */
  code: z.string().regex(/^[a-z](?:[a-z0-9]|-(?=[a-z0-9])){1,39}$/),
  revision: z.coerce.number().int().min(0).max(2 ** 31 - 1),
} as const;
