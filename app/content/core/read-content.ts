import type { z } from 'zod';
import type { Localized } from '~/kernel/locale';
import { compileLesson, type CompiledLesson, compileStem } from './compile-text';
import type { KnownToText } from './compile-state';
import { type ContentFault, inFileOrder } from './content-fault';
import { courseFile, figureFile, glossaryFile, itemFile, moduleFile, outcomesFile, referencesFile } from './content-files';
import { contentRules } from './content-rules';
import { type ContentFiles, type ContentTree, type CourseContent, type FigureContent, inEach, type ItemContent, type LessonContent, type ModuleContent, type Placed } from './content-tree';
import { figureFaults, figureSize, fillFigure, placeholders } from './svg-template';
import { typeset } from './typography';
import { isFaults, readYaml } from './yaml-file';

/** Reads, compiles and judges the whole of `content/`. Pure: the files were read before. */
export function readContent(files: ContentFiles): ContentTree {
  const faults: ContentFault[] = [];
  const folders = [...files.keys()].map((file) => /^courses\/([^/]+)\/course\.yaml$/.exec(file)?.[1]).filter((name) => name !== undefined);
  const courses = folders.sort().flatMap((folder) => readCourse({ files, folder, faults }) ?? []);
  if (folders.length === 0) faults.push({ file: 'courses', line: 1, message: 'no courses/<course>/course.yaml was found' });
  return { courses, faults: inFileOrder([...faults, ...contentRules(courses), ...strayFiles(files, folders)]) };
}

interface Reading {
  readonly files: ContentFiles;
  readonly folder: string;
  readonly faults: ContentFault[];
}

function readCourse(reading: Reading): CourseContent | null {
  const { folder } = reading;
  const read = reader(reading);
  const course = read(`courses/${folder}/course.yaml`, courseFile);
  const outcomes = read(`courses/${folder}/outcomes.yaml`, outcomesFile);
  const references = read(`courses/${folder}/references.yaml`, referencesFile);
  const glossary = read(`glossary/${folder}.yaml`, glossaryFile);
  const { figures, alts } = readFigures(reading);
  const items = readItems(reading);
  if (!course || !outcomes || !references || !glossary) return null;
  const known: KnownToText = {
    sources: new Set(),
    terms: new Set(glossary.value.map(({ id }) => id)),
    practiceItems: new Set(items.filter(({ item }) => item.value.use === 'practice').map(({ item }) => item.value.code)),
    media: alts,
  };
  const modules = course.value.modules.flatMap((name) => readModule({ ...reading, name, known }) ?? []);
  return { course, outcomes, references, glossary, modules, items, figures };
}

/** Reads one YAML file that must be there. */
function reader({ files, faults }: Reading) {
  return <Schema extends z.ZodType>(file: string, schema: Schema): Placed<z.output<Schema>> | null => {
    const text = files.get(file);
    if (text === undefined) {
      faults.push({ file, line: 1, message: 'the file is missing' });
      return null;
    }
    const read = readYaml({ file, text, schema });
    if (!isFaults(read)) return { file, ...read };
    faults.push(...read);
    return null;
  };
}

function readModule(reading: Reading & { readonly name: string; readonly known: KnownToText }): ModuleContent | null {
  const folder = `courses/${reading.folder}/modules/${reading.name}`;
  const module = reader(reading)(`${folder}/module.yaml`, moduleFile);
  if (!module) return null;
  const lessons = module.value.lessons.flatMap((entry): LessonContent[] => {
    const known = { ...reading.known, sources: new Set(entry.sources) };
    const files = inEach((locale) => `${folder}/lessons/${entry.file}.${locale}.md`);
    const texts = inEach((locale) => {
      const text = reading.files.get(files[locale]);
      const compiled = text === undefined ? [{ file: files[locale], line: 1, message: 'the file is missing' }] : compileLesson({ file: files[locale], text, locale, known });
      return keep(compiled, reading.faults);
    });
    return complete<CompiledLesson>(texts) ? [{ entry, texts, files }] : [];
  });
  return { module, lessons };
}

function readItems(reading: Reading): ItemContent[] {
  const read = reader(reading);
  return filesBelow(reading.files, `items/${reading.folder}/`, '.yaml').flatMap((file): ItemContent[] => {
    const item = read(file, itemFile);
    if (!item) return [];
    const stems = inEach((locale) => {
      const firstLine = item.lineOf(['text', locale, 'stem']);
      return keep(compileStem({ file, text: item.value.text[locale].stem, locale, firstLine }), reading.faults);
    });
    return complete(stems) ? [{ item: { ...item, value: { ...item.value, text: inEach((locale) => setItem(item.value.text[locale], locale)) } }, stems }] : [];
  });
}

function setItem(text: z.output<typeof itemFile>['text']['en'], locale: 'en' | 'fr') {
  const set = (words: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(words).map(([id, word]) => [id, typeset(word, locale)]));
  return { stem: text.stem, options: set(text.options), feedback: set(text.feedback) };
}

/** `alts` also names the figures whose drawing is faulty: each fault is said once, where it is. */
function readFigures(reading: Reading): { readonly figures: FigureContent[]; readonly alts: ReadonlyMap<string, Localized> } {
  const read = reader(reading);
  const alts = new Map<string, Localized>();
  const figures = filesBelow(reading.files, `media/${reading.folder}/`, '.yaml').flatMap((file): FigureContent[] => {
    const drawing = file.replace(/yaml$/, 'svg');
    const figure = read(file, figureFile);
    const svg = reading.files.get(drawing);
    if (figure) alts.set(figure.value.code, figure.value.alt);
    if (svg === undefined) reading.faults.push({ file: drawing, line: 1, message: 'the drawing is missing' });
    if (!figure || svg === undefined) return [];
    const faults = [...figureFaults(drawing, svg), ...wordFaults(figure, svg)];
    reading.faults.push(...faults);
    const size = figureSize(svg);
    if (!size || faults.length > 0) return [];
    const { code, alt, longDescription, text } = figure.value;
    const filled = inEach((locale) => {
      const words = Object.fromEntries(Object.entries(text[locale]).map(([key, word]) => [key, typeset(word, locale)]));
      return fillFigure(svg, { code, locale, alt: alt[locale], longDescription: longDescription?.[locale] ?? null, text: words });
    });
    return [{ figure, svg: filled, ...size }];
  });
  return { figures, alts };
}

function wordFaults(figure: FigureContent['figure'], svg: string): ContentFault[] {
  const wanted = placeholders(svg);
  return (['en', 'fr'] as const).flatMap((locale) => {
    const given = new Set(Object.keys(figure.value.text[locale]));
    const line = figure.lineOf(['text', locale]);
    const missing = [...wanted].filter((key) => !given.has(key)).map((key) => `text.${locale}: no words for {{${key}}}`);
    const needless = [...given].filter((key) => !wanted.has(key)).map((key) => `text.${locale}.${key}: the drawing has no {{${key}}}`);
    return [...missing, ...needless].map((message) => ({ file: figure.file, line, message }));
  });
}

/** Files that no course reads: a typing error in a name must not make a lesson or an item vanish. */
function strayFiles(files: ContentFiles, folders: readonly string[]): ContentFault[] {
  const expected = /^(?:README\.md|courses\/[^/]+\/(?:course|outcomes|references)\.yaml|courses\/[^/]+\/modules\/[^/]+\/(?:module\.yaml|lessons\/[^/]+\.(?:en|fr)\.md)|items\/[^/]+\/[^/]+\.yaml|media\/[^/]+\/[^/]+\.(?:svg|yaml)|glossary\/[^/]+\.yaml)$/;
  const known = new Set(folders);
  return [...files.keys()].flatMap((file) => {
    const course = /^(?:courses|items|media)\/([^/]+)\//.exec(file)?.[1] ?? /^glossary\/([^/]+)\.yaml$/.exec(file)?.[1];
    if (!expected.test(file)) return [{ file, line: 1, message: 'this file has no place in content/' }];
    return course !== undefined && !known.has(course) ? [{ file, line: 1, message: `there is no course ${course}` }] : [];
  });
}

function filesBelow(files: ContentFiles, folder: string, ending: string): string[] {
  return [...files.keys()].filter((file) => file.startsWith(folder) && file.endsWith(ending)).sort();
}

function keep<Value extends object>(value: Value | readonly ContentFault[], faults: ContentFault[]): Value | null {
  if (!isFaults(value)) return value;
  faults.push(...value);
  return null;
}

function complete<Value>(given: Localized<Value | null>): given is Localized<Value> {
  return given.en !== null && given.fr !== null;
}
