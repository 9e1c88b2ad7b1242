import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { ContentFiles } from '~/content/core/content-tree';

/** Reads every file below the folder as text. Hidden files are nobody's content. @throws Error when the folder cannot be read */
export async function readContentFolder(folder: string): Promise<ContentFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.')).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(paths.sort().map(async (path) => [relative(folder, path).split(sep).join('/'), await readFile(path, 'utf8')] as const));
  return new Map(texts);
}
