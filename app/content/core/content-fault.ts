/** Something wrong in a file of `content/`, said to the person who wrote it. In English: content is written in English first. */
export interface ContentFault {
  /** Path below the content folder. */
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export function describeFault({ file, line, message }: ContentFault): string {
  return `${file}:${line}: ${message}`;
}

/** By file, then by line: the order in which a person repairs them. */
export function inFileOrder(faults: readonly ContentFault[]): ContentFault[] {
  return [...faults].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
