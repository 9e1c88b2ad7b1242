import { bestVersion, type CourseLesson, type CourseTerm, type LessonPin, sourcesOf } from '~/content/core/course-document';
import type { RichTextJson } from '~/content/core/item';
import { mediaAddress } from '~/content/core/media-address';
import { judgePractice } from '~/content/core/practice';
import type { ReadablePart, ReadablePractice, ReadableSource, ReadableTerm } from '~/content/core/readable';
import { mentionsIn } from '~/content/rich-text/mentions';
import { renderDocument, renderStem } from '~/content/rich-text/render-document.server';
import type { CourseVersion } from '~/content/store/courses.server';
import { type ItemVersion, listItemKeys } from '~/content/store/items.server';
import { findLessonForReading, type LessonForReading } from '~/content/store/reading.server';
import type { ItemVersionId } from '~/kernel/ids';
import type { Locale } from '~/kernel/locale';
import type { Reader } from '~/platform/db.server';

/** A lesson as its readers see it. */
export interface ReadableLesson {
  /** The language of the lesson; another one than wished when the wished one is missing. */
  readonly locale: Locale;
  readonly pin: LessonPin;
  readonly parts: readonly ReadablePart[];
  readonly practice: readonly ReadablePractice[];
  readonly sources: readonly ReadableSource[];
  readonly terms: readonly ReadableTerm[];
}

/** What a reader sent for the practice questions of a page: option ids by the item's code, and the question just asked about. */
export interface PracticeGiven {
  readonly chosen: Readonly<Record<string, readonly string[]>>;
  readonly asked: string | null;
}

interface LessonToRead {
  readonly course: CourseVersion;
  readonly lesson: CourseLesson;
  readonly wished: Locale;
  readonly given: PracticeGiven;
}

/**
 * A lesson of an edition, rendered. What was rendered once is kept, since editions and versions never change: then only the keys of
 * answered practice questions are read from the database.
 */
export async function readableLesson(reader: Reader, { course, lesson, wished, given }: LessonToRead): Promise<ReadableLesson> {
  const { locale, pin } = bestVersion(lesson, wished);
  const { parts, items } = await renderedLesson(reader, { course, lesson, pin, locale });
  const practice = await practiceOnPage(reader, { items, locale, given });
  return { locale, pin, parts, practice, sources: readableSources(course, lesson, pin), terms: readableTerms(course.document.glossary, pin.terms, locale) };
}

/** A document that is not published yet, as its readers would see it: for the studio's preview. */
export async function previewLesson(reader: Reader, { course, document, locale, given = { chosen: {}, asked: null } }: Preview): Promise<Omit<ReadableLesson, 'pin' | 'locale'>> {
  const mentions = mentionsIn(document);
  const sources = course.document.sources.filter(({ id }) => mentions.sources.includes(id)).map((source, index) => ({ ...source, number: index + 1 }));
  const parts = renderParts({ course, document, locale, sources });
  const ids = mentions.practiceItems.flatMap((code) => course.document.practiceItems[code] ?? []);
  const { items } = await findLessonForReading(reader, { versionId: null, practiceItems: ids });
  const practice = await practiceOnPage(reader, { items: renderItems({ items, codes: mentions.practiceItems, locale }), locale, given });
  return { parts, practice, sources, terms: readableTerms(course.document.glossary, mentions.terms, locale) };
}

interface Preview {
  readonly course: CourseVersion;
  readonly document: RichTextJson;
  readonly locale: Locale;
  readonly given?: PracticeGiven;
}

interface RenderedItem {
  readonly id: ItemVersionId;
  readonly shown: Omit<ReadablePractice, 'answer' | 'chooseFirst'>;
}

interface Rendered {
  readonly parts: readonly ReadablePart[];
  readonly items: readonly RenderedItem[];
}

/** Some 200 lessons in two languages fit; the one read longest ago makes room. */
const rendered = new Map<string, Rendered>();
const kept = 400;

interface Rendering {
  readonly course: CourseVersion;
  readonly lesson: CourseLesson;
  readonly pin: LessonPin;
  readonly locale: Locale;
}

async function renderedLesson(reader: Reader, { course, lesson, pin, locale }: Rendering): Promise<Rendered> {
  const key = `${course.id} ${pin.versionId}`;
  const known = rendered.get(key);
  rendered.delete(key);
  const result = known ?? (await render(reader, { course, lesson, pin, locale }));
  rendered.set(key, result);
  if (rendered.size > kept) rendered.delete(rendered.keys().next().value!);
  return result;
}

async function render(reader: Reader, { course, lesson, pin, locale }: Rendering): Promise<Rendered> {
  const practiceItems = pin.practiceItems.flatMap((code) => course.document.practiceItems[code] ?? []);
  const { document, items }: LessonForReading = await findLessonForReading(reader, { versionId: pin.versionId, practiceItems });
  if (!document) throw new Error(`The edition ${course.id} pins ${pin.versionId}, which is not there`);
  const parts = renderParts({ course, document, locale, sources: readableSources(course, lesson, pin) });
  return { parts, items: renderItems({ items, codes: pin.practiceItems, locale }) };
}

interface PartsToRender {
  readonly course: CourseVersion;
  readonly document: RichTextJson;
  readonly locale: Locale;
  readonly sources: readonly ReadableSource[];
}

function renderParts({ course, document, locale, sources }: PartsToRender): ReadablePart[] {
  const { figures, glossary } = course.document;
  const numbers = new Map(sources.map(({ id, number }) => [id, number]));
  const terms = new Set(glossary.map(({ id }) => id));
  const figure = (code: string) => {
    const found = Object.hasOwn(figures, code) ? figures[code]?.[locale] : undefined;
    return found ? { address: mediaAddress(found.hash), width: found.width, height: found.height, longDescription: found.longDescription } : null;
  };
  const parts = renderDocument('lesson', document, { locale, figure, sourceNumber: (ref) => numbers.get(ref) ?? null, hasTerm: (id) => terms.has(id) });
  return parts.map((part) => (part.kind === 'practice' ? { kind: 'practice', code: part.item } : part));
}

interface ItemsToRender {
  readonly items: readonly ItemVersion[];
  readonly codes: readonly string[];
  readonly locale: Locale;
}

function renderItems({ items, codes, locale }: ItemsToRender): RenderedItem[] {
  const byCode = new Map(items.map((item) => [item.code, item]));
  return codes.flatMap((code, index): RenderedItem[] => {
    const item = byCode.get(code);
    if (!item) return [];
    const { type, options, text, figure } = item.body;
    const shown = figure?.[locale];
    return [
      {
        id: item.id,
        shown: {
          code,
          number: index + 1,
          type,
          stem: renderStem(text[locale].stem, locale),
          figure: shown ? { address: mediaAddress(shown.hash), width: shown.width, height: shown.height, alt: shown.alt } : null,
          options: type === 'true-false' ? [] : options.map((id) => ({ id, words: text[locale].options[id] ?? '' })),
        },
      },
    ];
  });
}

interface PracticeOnPage {
  readonly items: readonly RenderedItem[];
  readonly locale: Locale;
  readonly given: PracticeGiven;
}

async function practiceOnPage(reader: Reader, { items, locale, given }: PracticeOnPage): Promise<ReadablePractice[]> {
  const answers = new Map(items.map((item) => [item.id, chosenOf(item, given)]));
  const answered = items.filter(({ id }) => (answers.get(id) ?? []).length > 0).map(({ id }) => id);
  const keys = answered.length > 0 ? await listItemKeys(reader, answered) : new Map();
  return items.map(({ id, shown }): ReadablePractice => {
    const chosen = answers.get(id) ?? [];
    const marking = keys.get(id);
    if (!marking) return { ...shown, answer: null, chooseFirst: given.asked === shown.code };
    const why = optionIds(shown).map((option) => ({ option, right: marking.key.correct.includes(option), words: marking.feedback[locale][option] ?? '' }));
    return { ...shown, answer: { chosen, verdict: judgePractice(marking.key, chosen), why }, chooseFirst: false };
  });
}

function optionIds({ type, options }: Pick<ReadablePractice, 'type' | 'options'>): string[] {
  return type === 'true-false' ? ['true', 'false'] : options.map(({ id }) => id);
}

/** Only options that exist, and one of them but for multiple choice: an address is typed by anybody. */
function chosenOf({ shown }: RenderedItem, { chosen }: PracticeGiven): string[] {
  const given = Object.hasOwn(chosen, shown.code) ? (chosen[shown.code] ?? []) : [];
  const valid = optionIds(shown).filter((option) => given.includes(option));
  return shown.type === 'multiple-choice' ? valid : valid.slice(0, 1);
}

function readableSources(course: CourseVersion, lesson: CourseLesson, pin: LessonPin): ReadableSource[] {
  return sourcesOf(course.document, lesson, pin).map((source, index) => ({ ...source, number: index + 1 }));
}

export function readableTerms(glossary: readonly CourseTerm[], ids: readonly string[], locale: Locale): ReadableTerm[] {
  const wanted = glossary.filter(({ id }) => ids.includes(id)).map(({ id, term, definition }) => ({ id, term: term[locale], definition: definition[locale] }));
  return wanted.sort((a, b) => a.term.localeCompare(b.term, locale));
}
