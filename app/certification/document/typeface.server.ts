import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type PDFDocument from 'pdfkit';

/** Noto Sans comes in one file per script; a text takes each letter from the first file that has it. */
const scripts = ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'devanagari'] as const;
const weights = { regular: 400, semibold: 600, bold: 700 } as const;

export type Weight = keyof typeof weights;
export type Doc = InstanceType<typeof PDFDocument>;

/** A piece of text and the font that has all of its letters. */
export interface Run {
  readonly font: string;
  readonly text: string;
}

/** What pdfkit's font object holds of fontkit's. */
interface HasGlyphs {
  readonly font: { readonly hasGlyphForCodePoint: (codePoint: number) => boolean };
}

const require = createRequire(import.meta.url);
const files = new Map<string, Buffer>();

function fontName(script: string, weight: Weight): string {
  return `noto-sans-${script}-${weights[weight]}`;
}

function fontFile(name: string): Buffer {
  const known = files.get(name);
  if (known) return known;
  const bytes = readFileSync(require.resolve(`@fontsource/noto-sans/files/${name}-normal.woff`));
  files.set(name, bytes);
  return bytes;
}

const registered = new WeakMap<Doc, Set<string>>();

/** Selects a font, read from the disk on first use. Only fonts that are used are embedded. */
export function selectFont(doc: Doc, weight: Weight, script: string = scripts[0]): void {
  const name = fontName(script, weight);
  const known = registered.get(doc) ?? new Set();
  if (!known.has(name)) doc.registerFont(name, fontFile(name));
  registered.set(doc, known.add(name));
  doc.font(name);
}

/**
 * Divides a text by the fonts that have its letters. A letter that none has becomes a dot (a document for archives may
 * not hold letters without a shape), and `complete` says that some are missing.
 */
export function runsOf(doc: Doc, text: string, weight: Weight): { readonly runs: readonly Run[]; readonly complete: boolean } {
  const runs: { font: string; text: string }[] = [];
  let complete = true;
  for (const letter of text.normalize('NFC')) {
    const script = scripts.find((each) => hasGlyph(doc, letter, { weight, script: each }));
    if (!script) complete = false;
    const font = script ?? scripts[0];
    const last = runs.at(-1);
    // A space belongs to the word before it: fewer changes of font.
    if (last && (last.font === font || letter === ' ')) last.text += script ? letter : '·';
    else runs.push({ font, text: script ? letter : '·' });
  }
  return { runs, complete };
}

function hasGlyph(doc: Doc, letter: string, { weight, script }: { weight: Weight; script: string }): boolean {
  selectFont(doc, weight, script);
  const { font } = (doc as unknown as { readonly _font: HasGlyphs })._font;
  return font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0);
}
