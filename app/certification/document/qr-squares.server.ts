import QRCode from 'qrcode';

/** The dark squares of a QR code, joined along each row, in units of one square. */
export interface QrSquares {
  readonly size: number;
  readonly bars: readonly { readonly x: number; readonly y: number; readonly length: number }[];
}

/** Level M: a fold or a stamp over one seventh of it does no harm. */
export function qrSquares(text: string): QrSquares {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const bars: { x: number; y: number; length: number }[] = [];
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) {
      if (!modules.get(y, x)) continue;
      const last = bars.at(-1);
      if (last && last.y === y && last.x + last.length === x) last.length += 1;
      else bars.push({ x, y, length: 1 });
    }
  }
  return { size: modules.size, bars };
}
