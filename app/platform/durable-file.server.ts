import { randomUUID } from 'node:crypto';
import { link, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface FileOptions {
  readonly mode?: number;
}

/**
 * Replaces a file so that after any crash it holds the old content or the new, whole; on return the new content survives
 * power loss (file and folder are synced).
 */
export async function replaceFile(path: string, content: Uint8Array, options: FileOptions = {}): Promise<void> {
  await throughTemporary(path, content, options, (temporary) => rename(temporary, path));
}

/**
 * Writes a file that must not exist yet, with the same promise as `replaceFile`.
 * @throws Error with code EEXIST when it exists
 */
export async function writeOnce(path: string, content: Uint8Array, options: FileOptions = {}): Promise<void> {
  await throughTemporary(path, content, options, (temporary) => link(temporary, path));
}

async function throughTemporary(
  path: string,
  content: Uint8Array,
  { mode = 0o644 }: FileOptions,
  place: (temporary: string) => Promise<void>,
): Promise<void> {
  const folder = dirname(path);
  const made = await mkdir(folder, { recursive: true });
  const temporary = join(folder, `.${randomUUID()}.tmp`);
  try {
    const file = await open(temporary, 'wx', mode);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await place(temporary);
  } finally {
    await rm(temporary, { force: true });
  }
  await syncFolder(folder);
  if (made) await syncNewFolders(folder, made);
}

/** A folder is durable only once the folder that holds it is synced. */
async function syncNewFolders(deepest: string, topmost: string): Promise<void> {
  for (let folder = deepest; ; folder = dirname(folder)) {
    await syncFolder(dirname(folder));
    if (folder === topmost || folder === dirname(folder)) return;
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
