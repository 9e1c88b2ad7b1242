import { z } from 'zod';
import type { KnownThings } from '~/content/rich-text/check-document';
import { type ItemVersionId, type LessonVersionId, parseId } from '~/kernel/ids';
import { type Locale, locales, type Localized } from '~/kernel/locale';
import { contentWarnings } from './content-files';

const localized = z.object({ en: z.string(), fr: z.string() });

const lessonVersionId = z.string().transform((text, context): LessonVersionId => parseId('lessonVersion', text) ?? notAnId(context));
const itemVersionId = z.string().transform((text, context): ItemVersionId => parseId('itemVersion', text) ?? notAnId(context));

function notAnId(context: z.RefinementCtx): never {
  context.addIssue({ code: 'custom', message: 'not an id' });
  return z.NEVER;
}

/** A lesson in one language, pinned: exactly this version is what readers of the edition see. */
const lessonPin = z.object({
  versionId: lessonVersionId,
  title: z.string(),
  summary: z.string(),
  documentHash: z.string(),
  /** What the document points to, so that a page need not walk through it. */
  sources: z.array(z.string()),
  terms: z.array(z.string()),
  practiceItems: z.array(z.string()),
});
export type LessonPin = z.output<typeof lessonPin>;

const courseLesson = z.object({
  id: z.string(),
  slug: z.string(),
  /** Lessons of the studio stay in the course when its files are loaded again. */
  origin: z.enum(['files', 'studio']),
  outcome: z.string().nullable(),
  minutes: z.number(),
  sources: z.array(z.string()),
  nationalLaw: z.boolean(),
  contentWarning: z.enum(contentWarnings).nullable(),
  versions: z.object({ en: lessonPin.optional(), fr: lessonPin.optional() }),
});
export type CourseLesson = z.output<typeof courseLesson>;

const courseModule = z.object({ id: z.string(), code: z.string(), title: localized, summary: localized, lessons: z.array(courseLesson) });
export type CourseModule = z.output<typeof courseModule>;

const courseSource = z.object({
  id: z.string(),
  title: z.string(),
  publisher: z.string(),
  kind: z.enum(['treaty', 'guidance', 'law', 'report', 'press', 'professional']),
  date: z.string(),
  checked: z.string(),
  url: z.string().nullable(),
});
export type CourseSource = z.output<typeof courseSource>;

const courseFigure = z.object({ hash: z.string(), width: z.number(), height: z.number(), alt: z.string(), longDescription: z.string().nullable() });
export type CourseFigure = z.output<typeof courseFigure>;

const courseTerm = z.object({ id: z.string(), term: localized, definition: localized });
export type CourseTerm = z.output<typeof courseTerm>;

/** What an edition of a course says: everything its pages show, but for the lessons' documents, which it pins by version. */
export const courseDocument = z.object({
  code: z.string(),
  title: localized,
  summary: localized,
  certificate: z
    .object({ title: localized, scope: localized, limits: localized, criteria: localized, validityMonths: z.number(), assessment: z.string() })
    .nullable(),
  modules: z.array(courseModule),
  outcomes: z.array(z.object({ id: z.string(), text: localized })),
  sources: z.array(courseSource),
  glossary: z.array(courseTerm),
  assessments: z.array(z.object({ code: z.string(), title: localized })),
  practiceItems: z.record(z.string(), itemVersionId),
  figures: z.record(z.string(), z.object({ en: courseFigure, fr: courseFigure })),
});
export type CourseDocument = z.output<typeof courseDocument>;

/** What a lesson of this edition may point to: for the gate. */
export function knownIn(document: CourseDocument): KnownThings {
  const sources = new Set(document.sources.map(({ id }) => id));
  const terms = new Set(document.glossary.map(({ id }) => id));
  return {
    media: (code) => Object.hasOwn(document.figures, code),
    practiceItem: (code) => Object.hasOwn(document.practiceItems, code),
    source: (ref) => sources.has(ref),
    term: (id) => terms.has(id),
  };
}

/** A lesson with its place in the edition. */
export interface PlacedLesson {
  readonly module: CourseModule;
  readonly lesson: CourseLesson;
}

/** Every lesson in the order of reading. */
export function lessonsInOrder(document: CourseDocument): PlacedLesson[] {
  return document.modules.flatMap((module) => module.lessons.map((lesson) => ({ module, lesson })));
}

export function findLesson(document: CourseDocument, address: { readonly module: string; readonly lesson: string }): PlacedLesson | null {
  return lessonsInOrder(document).find(({ module, lesson }) => module.code === address.module && lesson.slug === address.lesson) ?? null;
}

/** The lesson in the wished language, or in the best one that exists. A lesson has at least one. */
export function bestVersion(lesson: CourseLesson, wished: Locale): { readonly locale: Locale; readonly pin: LessonPin } {
  const order = [wished, ...locales.filter((locale) => locale !== wished)];
  for (const locale of order) {
    const pin = lesson.versions[locale];
    if (pin) return { locale, pin };
  }
  throw new Error(`Lesson ${lesson.id} was published in no language`);
}

/** The sources that stand under a lesson: those of its course file and those that this version refers to, in the course's order. */
export function sourcesOf(document: CourseDocument, lesson: CourseLesson, pin: LessonPin): CourseSource[] {
  const wanted = new Set([...lesson.sources, ...pin.sources]);
  return document.sources.filter(({ id }) => wanted.has(id));
}

export type LocalizedFigure = Localized<CourseFigure>;
