import { z } from 'zod';
import { isRichText, itemLevels, itemTypes, type RichTextJson } from './item';

/** How the parts of an item are read back from where they are kept: a bad row fails there, not in front of a trainee. */

const localized = <Value extends z.ZodType>(value: Value) => z.object({ en: value, fr: value });
const richText = z.custom<RichTextJson>(isRichText);
const figure = z.object({ hash: z.string(), width: z.number(), height: z.number(), alt: z.string(), longDescription: z.string().nullable() });

export const itemType = z.enum(itemTypes);
export const itemLevel = z.enum(itemLevels);

/** Only what a trainee may see passes: a key that strayed into a body would be dropped here. */
export const itemBody = z.object({
  type: itemType,
  options: z.array(z.string()),
  media: z.string().nullable(),
  figure: localized(figure).nullish(),
  text: localized(z.object({ stem: richText, options: z.record(z.string(), z.string()) })),
});

export const itemKey = z.object({ type: itemType, correct: z.array(z.string()).min(1) });
export const itemFeedback = localized(z.record(z.string(), z.string()));
