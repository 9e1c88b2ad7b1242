import { checkDocument, type CheckedDocument, type KnownThings } from '~/content/rich-text/check-document';
import type { DocumentSet } from '~/content/rich-text/document-sets';
import type { Locale } from '~/kernel/locale';
import { compileBlocks, insideLesson, insideStem } from './compile-blocks';
import { type KnownToText, nothingKnown } from './compile-state';
import type { ContentFault } from './content-fault';
import { lessonFrontMatter } from './content-files';
import { parseLessonMarkdown, parseStemMarkdown } from './markdown-node';
import { typeset } from './typography';
import { isFaults, readYaml } from './yaml-file';

interface TextFile {
  readonly file: string;
  readonly text: string;
  readonly locale: Locale;
}

/** A lesson in one language, ready to be published. */
export interface CompiledLesson {
  readonly title: string;
  readonly summary: string;
  readonly document: CheckedDocument;
}

/** What the compiler checked with a line for each fault need not be asked again by the gate. */
const alreadyChecked: KnownThings = { media: () => true, practiceItem: () => true, source: () => true, term: () => true };

/** Front matter and Markdown with directives, as the rich-text document that readers will see. */
export function compileLesson({ file, text, locale, known }: TextFile & { readonly known: KnownToText }): CompiledLesson | readonly ContentFault[] {
  const match = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/.exec(text);
  if (!match) return [{ file, line: 1, message: 'a lesson begins with its title and summary between two lines of ---' }];
  const [whole, yaml = ''] = match;
  // One empty line for the opening ---, so that faults name the line of the file.
  const front = readYaml({ file, text: `\n${yaml}`, schema: lessonFrontMatter });
  const head = '\n'.repeat(whole.split('\n').length - 1);
  const body = compileDocument({ file, text: head + text.slice(whole.length), locale, known, set: 'lesson', firstLine: 1 });
  if (isFaults(front) || isFaults(body)) return [...(isFaults(front) ? front : []), ...(isFaults(body) ? body : [])];
  const { title, summary } = front.value;
  return { title: typeset(title, locale), summary: typeset(summary, locale), document: body };
}

/** The words of a question; `firstLine` is the line of the file on which they begin. */
export function compileStem({ file, text, locale, firstLine }: TextFile & { readonly firstLine: number }): CheckedDocument | readonly ContentFault[] {
  return compileDocument({ file, text, locale, known: nothingKnown, set: 'stem', firstLine });
}

interface DocumentFile extends TextFile {
  readonly known: KnownToText;
  readonly set: DocumentSet;
  readonly firstLine: number;
}

function compileDocument({ file, text, locale, known, set, firstLine }: DocumentFile): CheckedDocument | readonly ContentFault[] {
  const faults: ContentFault[] = [];
  const fault = (line: number, message: string) => faults.push({ file, line: line + firstLine - 1, message });
  const tree = set === 'lesson' ? parseLessonMarkdown(text) : parseStemMarkdown(text);
  const state = { set, locale, known, fault };
  const content = compileBlocks(tree.children ?? [], state, set === 'lesson' ? insideLesson : insideStem);
  if (faults.length > 0) return faults;
  if (content.length === 0) return [{ file, line: firstLine, message: 'no words' }];
  const checked = checkDocument(set, { type: 'doc', content }, alreadyChecked);
  return checked.ok ? checked.value : [{ file, line: firstLine, message: `the document does not pass the gate: ${checked.refusal}` }];
}
