import { z } from 'zod';
import { codePattern } from '~/content/rich-text/identifiers';
import { isSafeAddress } from '~/content/rich-text/safe-address';
import { parseUuid } from '~/kernel/ids';
import { parseFraction } from '~/kernel/points';
import { itemLevels, itemTypes } from './item';
import { typeset } from './typography';

/** The shapes of the files of `content/`, as `content/README.md` describes them to authors. */

const words = (max = 2000) => z.string('words are missing').trim().min(1, 'words are missing').max(max);
const localized = (max?: number) => z.strictObject({ en: words(max), fr: words(max) }).transform(typesetBoth);
const code = z.string().regex(codePattern, 'a code is lower-case letters, digits and hyphens');
const outcomeId = z.string().regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, 'an outcome id is lower-case words with dots');
const uuid = z.string().transform((text, context) => {
  const parsed = parseUuid(text);
  if (!parsed) context.addIssue({ code: 'custom', message: 'not a uuid: make one with node -p "crypto.randomUUID()"' });
  return parsed ?? z.NEVER;
});
const fraction = z.string().transform((text, context) => {
  const parsed = parseFraction(text);
  if (!parsed) context.addIssue({ code: 'custom', message: 'a pass mark is an exact fraction between 0 and 1, such as 7/10' });
  return parsed ?? z.NEVER;
});

function typesetBoth({ en, fr }: { en: string; fr: string }) {
  return { en: typeset(en, 'en'), fr: typeset(fr, 'fr') };
}

const assessmentFile = z.strictObject({
  uuid,
  code,
  title: localized(),
  passMark: fraction,
  timeLimitMinutes: z.int().min(1).max(480),
  attempts: z.strictObject({ limit: z.int().min(1).max(100), cooldownHours: z.int().min(0).max(24 * 365) }),
  blueprint: z.array(z.strictObject({ outcome: outcomeId, items: z.int().min(1).max(100) })).min(1),
});

export const courseFile = z.strictObject({
  uuid,
  code,
  title: localized(200),
  summary: localized(),
  modules: z.array(code).min(1),
  certificate: z
    .strictObject({
      title: localized(200),
      scope: localized(),
      limits: localized(),
      criteria: localized(),
      validityMonths: z.int().min(1).max(240),
      assessment: code,
    })
    .optional(),
  assessments: z.array(assessmentFile).default([]),
});

export const outcomesFile = z.array(z.strictObject({ id: outcomeId, text: localized() })).min(1);

/** `kind` sorts the list that readers see; `checked` is when a person last looked at the source. */
export const referencesFile = z.array(
  z.strictObject({
    id: code,
    title: words(500),
    publisher: words(300),
    kind: z.enum(['treaty', 'guidance', 'law', 'report', 'press', 'professional']),
    date: z.string().trim().min(1).max(40),
    checked: z.string().regex(/^\d{4}-\d{2}(?:-\d{2})?$/, 'a month (2026-01) or a day (2026-01-15), in quotes'),
    url: z.string().refine(isSafeAddress, 'an https address').optional(),
  }),
);

export const contentWarnings = ['casualties', 'attack'] as const;
export type ContentWarning = (typeof contentWarnings)[number];

export const moduleFile = z.strictObject({
  uuid,
  code,
  title: localized(200),
  summary: localized(),
  lessons: z
    .array(
      z.strictObject({
        file: code,
        slug: code,
        uuid,
        outcome: outcomeId,
        minutes: z.int().min(1).max(30),
        sources: z.array(code).default([]),
        nationalLaw: z.boolean().default(false),
        contentWarning: z.enum(contentWarnings).optional(),
      }),
    )
    .min(1),
});

export const lessonFrontMatter = z.strictObject({ title: words(200), summary: words(500) });

/** `true` and `false` are option ids here, though YAML reads them as truth values. */
const optionId = z.union([z.boolean(), z.string().regex(/^[a-z0-9-]{1,20}$/)]).transform(String);
const byOption = z.record(z.string(), words(1500));

const itemTexts = z.strictObject({ stem: words(4000), options: byOption.default({}), feedback: byOption });

export const itemFile = z.strictObject({
  uuid,
  code,
  use: z.enum(['exam', 'practice']),
  type: z.enum(itemTypes),
  outcome: outcomeId,
  level: z.enum(itemLevels),
  difficulty: z.int().min(1).max(99),
  sources: z.array(code).min(1),
  points: z.literal(6),
  media: code.optional(),
  options: z.array(optionId).default([]),
  key: z.array(optionId).min(1),
  misconceptions: byOption.default({}),
  text: z.strictObject({ en: itemTexts, fr: itemTexts }),
  cases: z
    .array(z.strictObject({ response: z.array(optionId), points: z.int().min(0).max(6), why: words(500) }))
    .min(2, 'at least two cases: one with all points and one without'),
});
export type ItemFile = z.output<typeof itemFile>;

export const figureFile = z.strictObject({
  uuid,
  code,
  alt: localized(600),
  longDescription: localized(4000).optional(),
  text: z.strictObject({ en: z.record(z.string(), words(200)), fr: z.record(z.string(), words(200)) }),
});

export const glossaryFile = z.array(z.strictObject({ id: code, term: localized(120), definition: localized(800) }));
