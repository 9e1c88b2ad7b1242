/** Spreadsheets run a cell that begins with one of these as a formula, whoever wrote it (OWASP "CSV injection"). */
const formulaStart = /^[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]/;

/** One record of RFC 4180. A cell that a spreadsheet would run is written with an apostrophe before it, which shows it as text. */
export function csvRecord(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(text: string): string {
  const harmless = formulaStart.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** UTF-8 signature: without it some spreadsheets read the file in the code page of the machine. */
export const byteOrderMark = '\ufeff';
