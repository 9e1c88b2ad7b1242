import type { Translator } from '~/i18n/catalogue';
import type { CertifiedFacts } from '../core/certified-facts';
import type { messages } from '../messages';
import { type Doc, runsOf, selectFont, type Weight } from './typeface.server';

export type Words = Translator<Parameters<ReturnType<typeof messages.translator>>[0]>;

/** What a printed certificate shows. Everything but the place in the log comes from the signed credential. */
export interface PrintedCertificate {
  readonly facts: CertifiedFacts;
  /** SHA-256 of the signed credential, hex. */
  readonly digest: string;
  readonly log: { readonly origin: string; readonly index: number; readonly size: number };
  /** Credential, proof and trust in one file, attached to the document. */
  readonly bundle: Uint8Array;
  readonly words: Words;
}

/** A4 landscape, in points. */
export const pageWidth = 841.89;
export const pageHeight = 595.28;

/** The colours of the interface in its light scheme, fixed: paper has no dark mode. */
export const ink = { band: '#0c2f52', accent: '#0a4f8c', text: '#14202e', soft: '#465566', line: '#c3ccd6', paper: '#ffffff', onBand: '#ffffff' } as const;

/** Draws inside one element of the reading order. */
export type Tag = (type: string, draw: () => void, options?: { readonly alt?: string }) => void;

export interface Style {
  readonly weight: Weight;
  readonly size: number;
  readonly colour: string;
}

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly lineGap?: number;
  readonly align?: 'left' | 'center';
}

/** Writes a paragraph and says where the next one may begin. */
export function write(doc: Doc, text: string, at: Style & Place): number {
  const { runs } = runsOf(doc, text, at.weight);
  doc.fillColor(at.colour).fontSize(at.size);
  runs.forEach((run, index) => {
    selectFont(doc, at.weight, run.font);
    const flow = { width: at.width, lineGap: at.lineGap ?? 1.5, align: at.align ?? 'left', continued: index < runs.length - 1 };
    if (index === 0) doc.text(run.text, at.x, at.y, flow);
    else doc.text(run.text, flow);
  });
  return doc.y;
}

/** Ornament: skipped by screen readers. */
export function artifact(doc: Doc, draw: () => void): void {
  doc.markContent('Artifact', { type: 'Layout' });
  draw();
  doc.endMarkedContent();
}
