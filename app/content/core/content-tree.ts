import type { z } from 'zod';
import type { CheckedDocument } from '~/content/rich-text/check-document';
import type { Locale, Localized } from '~/kernel/locale';
import type { CompiledLesson } from './compile-text';
import type { ContentFault } from './content-fault';
import type { courseFile, figureFile, glossaryFile, ItemFile, moduleFile, outcomesFile, referencesFile } from './content-files';
import type { ReadYaml } from './yaml-file';

/** The text of every file of `content/` by its path below the folder. */
export type ContentFiles = ReadonlyMap<string, string>;

export type CourseFile = z.output<typeof courseFile>;
export type ModuleFile = z.output<typeof moduleFile>;
export type FigureFile = z.output<typeof figureFile>;

/** What was read of `content/`: as much as could be understood, and everything that is wrong. */
export interface ContentTree {
  readonly courses: readonly CourseContent[];
  readonly faults: readonly ContentFault[];
}

/** A file with its place, so that a rule that looks across files can still name a line. */
export interface Placed<Value> extends ReadYaml<Value> {
  readonly file: string;
}

export interface CourseContent {
  readonly course: Placed<CourseFile>;
  readonly outcomes: Placed<z.output<typeof outcomesFile>>;
  readonly references: Placed<z.output<typeof referencesFile>>;
  readonly glossary: Placed<z.output<typeof glossaryFile>>;
  readonly modules: readonly ModuleContent[];
  readonly items: readonly ItemContent[];
  readonly figures: readonly FigureContent[];
}

export interface ModuleContent {
  readonly module: Placed<ModuleFile>;
  readonly lessons: readonly LessonContent[];
}

export interface LessonContent {
  readonly entry: ModuleFile['lessons'][number];
  readonly texts: Localized<CompiledLesson>;
  readonly files: Localized;
}

export interface ItemContent {
  readonly item: Placed<ItemFile>;
  readonly stems: Localized<CheckedDocument>;
}

/** A figure as it goes into each language: the SVG with its words in it. */
export interface FigureContent {
  readonly figure: Placed<FigureFile>;
  readonly svg: Localized;
  readonly width: number;
  readonly height: number;
}

/** One line of code for one fact: everything said in both languages. */
export function inEach<Value>(make: (locale: Locale) => Value): Localized<Value> {
  return { en: make('en'), fr: make('fr') };
}
