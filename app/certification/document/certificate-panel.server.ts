import { artifact, ink, pageHeight, type PrintedCertificate, type Tag, write } from './paper.server';
import { qrSquares } from './qr-squares.server';
import { rosettes } from './security-pattern';
import type { Doc } from './typeface.server';

const panelWidth = 228;
const inner = { x: 26, width: panelWidth - 52 } as const;
const seal: readonly [number, number] = [panelWidth / 2, 254];
const qr = { side: 118, y: 392 } as const;

/** The band at the start of the page: who certifies, the seal, and where anybody can ask whether it still holds. */
export function drawPanel(doc: Doc, tag: Tag, { facts, words }: PrintedCertificate): void {
  artifact(doc, () => {
    doc.rect(0, 0, panelWidth, pageHeight).fill(ink.band);
    doc.save().rect(0, 0, panelWidth, pageHeight).clip();
    for (const path of rosettes(seal)) doc.path(path).lineWidth(0.35).strokeOpacity(0.38).stroke('#bcd7f2');
    doc.restore().strokeOpacity(1);
    drawSeal(doc);
  });
  tag('P', () => { write(doc, words('document.issued-by'), { weight: 'regular', size: 9, colour: '#c9dcf0', ...inner, y: 44 }); });
  tag('P', () => { write(doc, facts.issuer.name, { weight: 'bold', size: 15, colour: ink.onBand, ...inner, y: 57, lineGap: 1 }); });
  tag('Figure', () => drawQr(doc, facts.address), { alt: words('document.qr', { address: facts.address }) });
  const centred = { ...inner, align: 'center' as const };
  tag('P', () => { write(doc, words('document.check'), { weight: 'semibold', size: 9.5, colour: ink.onBand, ...centred, y: qr.y + qr.side + 9 }); });
  const { host } = new URL(facts.address);
  tag('P', () => { write(doc, `${host}/verify`, { weight: 'regular', size: 8, colour: '#c9dcf0', ...centred, y: qr.y + qr.side + 24 }); });
  tag('P', () => { write(doc, facts.number, { weight: 'semibold', size: 9.5, colour: ink.onBand, ...centred, y: qr.y + qr.side + 37 }); });
}

/** The mark of the platform in the middle of the rosette: a border post, its bar half raised. */
function drawSeal(doc: Doc): void {
  doc.circle(...seal, 33).lineWidth(1.2).fillAndStroke(ink.band, '#dbe9f7');
  doc.circle(...seal, 29.5).lineWidth(0.4).stroke('#dbe9f7');
  doc.save().translate(seal[0] - 19.2, seal[1] - 20).scale(1.6);
  doc.path('M5 21V9h4v12M3 21h18M9 11L20.5 4.5M12.5 9l1.2 2M16 7l1.2 2').lineWidth(1.7).lineCap('round').stroke(ink.onBand);
  doc.restore();
}

function drawQr(doc: Doc, address: string): void {
  const { size, bars } = qrSquares(address);
  const x = (panelWidth - qr.side) / 2;
  // Four squares of quiet around it, as ISO/IEC 18004 asks.
  const square = qr.side / (size + 8);
  doc.roundedRect(x, qr.y, qr.side, qr.side, 5).fill(ink.paper);
  for (const bar of bars) doc.rect(x + (bar.x + 4) * square, qr.y + (bar.y + 4) * square, bar.length * square, square);
  doc.fill(ink.text);
}
