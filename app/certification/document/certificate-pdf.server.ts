import PDFDocument from 'pdfkit';
import { drawColumn } from './certificate-column.server';
import { drawPanel } from './certificate-panel.server';
import type { PrintedCertificate, Tag } from './paper.server';
import type { Doc } from './typeface.server';

/** The name under which a certificate carries its own proof. */
export const bundleName = 'certificate-bundle.json';

/**
 * The certificate as PDF/A-3a: one landscape page, tagged for screen readers, dated by the certificate and not by the clock, so
 * that it comes out the same, byte for byte, whenever it is made.
 */
export async function certificatePdf(printed: PrintedCertificate): Promise<Uint8Array<ArrayBuffer>> {
  const { facts, words, bundle } = printed;
  const doc = new PDFDocument(settingsOf(printed));
  const finished = collect(doc);
  const structure = doc.struct('Document');
  doc.addStructure(structure);
  const tag: Tag = (type, draw, options = {}) => structure.add(doc.struct(type, options, [draw]));
  drawPanel(doc, tag, printed);
  drawColumn(doc, tag, printed);
  structure.end();
  const attachment = {
    name: bundleName,
    type: 'application/json',
    description: words('document.bundle'),
    creationDate: facts.awardedAt,
    modifiedDate: facts.awardedAt,
    relationship: 'Source',
  };
  doc.file(Buffer.from(bundle), attachment);
  doc.end();
  return finished;
}

function settingsOf({ facts, words }: PrintedCertificate): PDFKit.PDFDocumentOptions {
  return {
    size: 'A4',
    layout: 'landscape',
    margin: 0,
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    lang: facts.locale,
    displayTitle: true,
    // No standard font: a document for archives embeds what it uses.
    font: '',
    info: {
      Title: `${words('document.certificate')}: ${facts.title}`,
      Author: facts.issuer.name,
      Subject: facts.number,
      Creator: 'Bluepost',
      Producer: 'Bluepost',
      CreationDate: facts.awardedAt,
      ModDate: facts.awardedAt,
    },
  };
}

async function collect(doc: Doc): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  await new Promise<void>((resolve, reject) => {
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  return new Uint8Array(Buffer.concat(chunks));
}
