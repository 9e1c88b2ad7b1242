import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import type { ContentFault } from './content-fault';

/** A file that could be read, with the line on which each of its parts stands. */
export interface ReadYaml<Value> {
  readonly value: Value;
  /** The line of the part at this path, or of the nearest part around it. */
  readonly lineOf: (path: readonly (string | number)[]) => number;
}

export interface YamlFile<Schema extends z.ZodType> {
  readonly file: string;
  readonly text: string;
  readonly schema: Schema;
}

/** Reads a YAML file through a schema. Every fault names its line. */
export function readYaml<Schema extends z.ZodType>({ file, text, schema }: YamlFile<Schema>): ReadYaml<z.output<Schema>> | readonly ContentFault[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, stringKeys: true, version: '1.2' });
  if (document.errors.length > 0) {
    return document.errors.map((error) => ({ file, line: lines.linePos(error.pos[0]).line || 1, message: error.message.split('\n')[0] ?? 'not YAML' }));
  }
  const lineOf = (path: readonly (string | number)[]) => lineOfPath({ document, lines, path });
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { value: parsed.data, lineOf };
  return parsed.error.issues.map((issue) => {
    const path = issue.path.filter((step): step is string | number => typeof step !== 'symbol');
    return { file, line: lineOf(path), message: `${path.join('.') || 'the file'}: ${issue.message}` };
  });
}

export function isFaults<Value extends object>(read: Value | readonly ContentFault[]): read is readonly ContentFault[] {
  return Array.isArray(read);
}

function lineOfPath({ document, lines, path }: { document: Document; lines: LineCounter; path: readonly (string | number)[] }): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line || 1;
  }
  return 1;
}
