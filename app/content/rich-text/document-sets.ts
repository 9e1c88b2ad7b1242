import { type Extensions, getSchema } from '@tiptap/core';
import type { Schema } from '@tiptap/pm/model';
import { lessonExtensions } from './lesson-extensions';
import { stemExtensions } from './stem-extensions';

export type DocumentSet = 'lesson' | 'stem';

/** Raised when a change of the schema would make an old document read differently. */
export const schemaVersion = 1;

export const documentExtensions: Readonly<Record<DocumentSet, Extensions>> = { lesson: lessonExtensions, stem: stemExtensions };

const schemas: Readonly<Record<DocumentSet, Schema>> = { lesson: getSchema(lessonExtensions), stem: getSchema(stemExtensions) };

export function documentSchema(set: DocumentSet): Schema {
  return schemas[set];
}
